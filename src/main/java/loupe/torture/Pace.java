package loupe.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the event thread worked at each keystroke, in milliseconds. */
record Pace(List<Double> keystrokes) {
    private static final double LIMIT = 16;

    Pace {
        keystrokes = keystrokes.stream().sorted().toList();
    }

    static Pace none() {
        return new Pace(List.of());
    }

    Pace and(Pace other) {
        List<Double> all = new ArrayList<>(keystrokes);
        all.addAll(other.keystrokes);
        return new Pace(all);
    }

    boolean isFast() {
        return keystrokes.isEmpty() || at(0.99) < LIMIT;
    }

    private double at(double part) {
        return keystrokes.get(
                (int) Math.min(keystrokes.size() - 1L, (long) (part * keystrokes.size())));
    }

    String p99() {
        return keystrokes.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f ms", at(0.99));
    }

    String worst() {
        return keystrokes.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f ms", at(1));
    }
}
