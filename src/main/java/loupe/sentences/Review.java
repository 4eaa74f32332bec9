package loupe.sentences;

/**
 * What somebody says of a film, in one sentence.
 *
 * @param positive whether the film is praised
 * @param negated whether a word of praise or blame is turned into its opposite by "not" or the like
 */
public record Review(String text, boolean positive, boolean negated) {

    public Review {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a review says something");
        }
    }
}
