package loupe.torture;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was done
 * @param rounds how often
 * @param reported how many saves (or hand-ins) were reported as done
 * @param lost how many of them were not there afterwards; the wanted number is 0
 * @param damaged how many files were damaged or half-written; the wanted number is 0
 * @param note what else is to be known, or empty
 */
record Row(
        String what, int rounds, long reported, long lost, long damaged, Pace pace, String note) {

    static String head() {
        return "| torture | rounds | saves reported | lost | damaged | keystroke p99 | worst | notes |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---|";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %s | %s | %s |",
                what,
                rounds,
                reported,
                lost,
                damaged,
                pace.p99(),
                pace.worst(),
                note);
    }

    boolean isGood() {
        return lost == 0 && damaged == 0 && pace.isFast();
    }
}
