package loupe.handin;

/** A hand-in that did not come about. The message is the sentence to show. */
public final class HandInTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    public HandInTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public HandInTrouble(String sentence) {
        super(sentence);
    }
}
