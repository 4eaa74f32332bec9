package loupe.hub;

import java.util.Locale;

/** Sizes as people read them: powers of a thousand, as disks and the hub count. */
public final class Bytes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** Such as {@code 440 MB}, {@code 1.3 GB}. */
    public static String text(double bytes) {
        double value = Math.max(0, bytes);
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT,
                unit == 0 || value >= 9.95 ? "%.0f %s" : "%.1f %s",
                value,
                UNITS[unit]);
    }
}
