package loupe.lesson;

import java.util.List;
import java.util.Objects;

/**
 * One thing wrong with a course: one cause, one message, in the same words wherever it is shown.
 * {@code fix} is empty where there is nothing to propose; {@code edits} do what it says in the
 * spot's file, and are none where that takes a person.
 */
public record Finding(
        Severity severity, String code, Spot spot, String message, String fix, List<Edit> edits) {

    private static final int SHOWN = 20;

    public Finding {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(spot);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        edits = List.copyOf(edits);
    }

    Finding(Severity severity, String code, Spot spot, String message, String fix) {
        this(severity, code, spot, message, fix, List.of());
    }

    /** The finding as a person reads it: address, message, the line with carets, a fix. */
    public String print() {
        return spot.address()
                + ": "
                + severity.word()
                + "["
                + code
                + "]: "
                + message
                + spot.picture()
                + (fix.isEmpty() ? "" : "\n  fix: " + fix);
    }

    /** Many findings as a person reads them: the first twenty, then how many more there are. */
    public static String print(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.stream().limit(SHOWN).forEach(each -> text.append(each.print()).append('\n'));
        int more = findings.size() - SHOWN;
        if (more > 0) {
            text.append("and ").append(more).append(" more\n");
        }
        return text.toString();
    }
}
