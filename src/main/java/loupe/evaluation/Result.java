package loupe.evaluation;

import java.util.Locale;

/**
 * One number that a course model is judged by.
 *
 * @param claim what was measured, in words, the same every time
 */
public record Result(String claim, Goal goal, double measured) {

    public boolean reached() {
        return goal.holds(measured);
    }

    /** As a row of a table: claim, wanted, measured, whether it is reached. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %s |",
                claim,
                goal.words(),
                measured,
                reached() ? "yes" : "no");
    }
}
