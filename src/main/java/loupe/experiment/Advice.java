package loupe.experiment;

/** Something the student can mend; the message is the sentence shown. */
public final class Advice extends Exception {
    private static final long serialVersionUID = 1L;

    public Advice(String sentence) {
        super(sentence);
    }

    public Advice(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
