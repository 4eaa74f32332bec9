package loupe.library;

/** Why a course could not be installed. The message is the sentence to show. */
public final class CourseTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    CourseTrouble(String sentence) {
        super(sentence);
    }

    CourseTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
