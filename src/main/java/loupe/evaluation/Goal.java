package loupe.evaluation;

import java.util.Locale;

/** What is wanted of a number: at least, or at most, a bound. */
public record Goal(double bound, boolean least) {

    static Goal atLeast(double bound) {
        return new Goal(bound, true);
    }

    static Goal atMost(double bound) {
        return new Goal(bound, false);
    }

    boolean holds(double value) {
        return least ? value >= bound : value <= bound;
    }

    /** Such as {@code ≥ 0.85}. */
    String words() {
        return String.format(Locale.ROOT, "%s %.2f", least ? "≥" : "≤", bound);
    }
}
