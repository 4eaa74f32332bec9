package loupe.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * How far something has come: on a terminal one line that is written over, elsewhere a line now and
 * then.
 */
final class ProgressLine {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(20);

    private final PrintStream out;
    private final boolean terminal;
    private long written;
    private int width;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.written = System.nanoTime() - ELSEWHERE.toNanos();
    }

    /** Whether it is time for a line again; the last one is always due. */
    boolean isDue(boolean last) {
        Duration between = terminal ? ON_TERMINAL : ELSEWHERE;
        return last || System.nanoTime() - written >= between.toNanos();
    }

    void show(String line) {
        written = System.nanoTime();
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else {
            out.println(line);
        }
    }

    /** A sentence on a line of its own. */
    void remark(String sentence) {
        end();
        out.println(sentence);
    }

    /** Leaves the line that is written over, if there is one. */
    void end() {
        if (width > 0) {
            out.println();
            width = 0;
        }
    }

    static String time(Duration left) {
        long seconds = left.toSeconds();
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60)
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
