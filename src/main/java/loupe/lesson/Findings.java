package loupe.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The findings of one reading, collected while it goes on, handed out in the order of the file. */
final class Findings {
    private final List<Finding> list = new ArrayList<>();

    void error(String code, Spot spot, String message, String fix) {
        error(code, spot, message, fix, List.of());
    }

    /** An error that these edits mend. */
    void error(String code, Spot spot, String message, String fix, List<Edit> edits) {
        list.add(new Finding(Severity.ERROR, code, spot, message, fix, edits));
    }

    void error(String code, Spot spot, String message) {
        error(code, spot, message, "");
    }

    /** An error about a name that is not known: proposes the nearest of those that are. */
    void unknown(String code, Spot spot, String message, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        error(code, spot, message, nearest.map(n -> "did you mean \"" + n + "\"?").orElse(""));
    }

    /** The same about a word of the format itself, for which the nearest may be put at once. */
    void misspelt(String code, Spot spot, String message, String name, Collection<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        if (nearest.isEmpty() || !spot.words().equals(name)) {
            unknown(code, spot, message, name, known);
            return;
        }
        String fix = "did you mean \"" + nearest.get() + "\"?";
        error(code, spot, message, fix, List.of(Edit.of(spot, nearest.get())));
    }

    void warning(String code, Spot spot, String message) {
        warning(code, spot, message, "", List.of());
    }

    void warning(String code, Spot spot, String message, String fix, List<Edit> edits) {
        list.add(new Finding(Severity.WARNING, code, spot, message, fix, edits));
    }

    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(list);
        sorted.sort(
                Comparator.comparingInt((Finding each) -> each.spot().line())
                        .thenComparingInt(each -> each.spot().column()));
        return List.copyOf(sorted);
    }
}
