package loupe.lesson;

import java.util.Locale;

/** How much a finding weighs: an error is a mistake, a warning is a doubt. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word in a finding. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
