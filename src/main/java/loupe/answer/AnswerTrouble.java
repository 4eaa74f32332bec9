package loupe.answer;

/** Answers that cannot be read or saved. The message is the sentence to show. */
public final class AnswerTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    AnswerTrouble(String sentence, Throwable cause) {
        this(sentence, Kind.WORLD, cause);
    }

    AnswerTrouble(String sentence, Kind kind, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What trying again needs. */
    enum Kind {
        /** Nothing but time. */
        WORLD,
        /** The file opened anew: a connection that was opened for reading stays so. */
        READ_ONLY,
        /** Another file: this one is damaged. */
        DAMAGE
    }

    Kind kind() {
        return kind;
    }
}
