package loupe.sentences;

/**
 * A word of a passage that something is known of: its role, its place in characters of the text,
 * the end not included, and a note as the role says, or nothing.
 */
public record Mark(Role role, int start, int end, String note) {

    public Mark {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no word from " + start + " to " + end);
        }
    }
}
