package loupe.author;

/** Something an author can mend. The message is the sentence to show. */
public final class AuthorTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    public AuthorTrouble(String sentence) {
        super(sentence);
    }

    public AuthorTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
