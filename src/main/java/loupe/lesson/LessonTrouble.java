package loupe.lesson;

/**
 * A course or a lesson that cannot be read at all. The message is the sentence to show: what is
 * wrong, what was found, what to do.
 */
public final class LessonTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    LessonTrouble(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    LessonTrouble(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** The code it has as a finding. */
    String code() {
        return code;
    }
}
