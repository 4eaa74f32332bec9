package loupe.lesson;

import java.util.List;

/**
 * A course or a lesson that cannot be read at all. The message is the sentence to show: what is
 * wrong, what was found, what to do.
 */
public final class LessonTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Finding> findings;

    LessonTrouble(String code, String sentence) {
        super(sentence);
        this.code = code;
        this.findings = List.of();
    }

    /** A trouble that is mistakes with their places. */
    LessonTrouble(String code, String sentence, List<Finding> findings) {
        super(sentence);
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    LessonTrouble(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.findings = List.of();
    }

    /** The trouble as findings about {@code course.yaml}. */
    List<Finding> findings() {
        Spot course = Spot.file("course.yaml");
        return findings.isEmpty()
                ? List.of(new Finding(Severity.ERROR, code, course, getMessage(), ""))
                : findings;
    }

    /** The code it has as a finding. */
    String code() {
        return code;
    }
}
