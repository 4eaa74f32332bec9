package loupe.lesson;

/**
 * A course or a lesson that cannot be read at all. The message is the sentence to show: what is
 * wrong, what was found, what to do.
 */
public final class LessonTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    LessonTrouble(String sentence) {
        super(sentence);
    }

    LessonTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
