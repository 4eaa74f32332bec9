package loupe.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import loupe.training.Progress;
import loupe.training.Standing;

/**
 * Progress of a training run: on a terminal one line that is written over, elsewhere a line now and
 * then.
 */
final class TrainingLine implements Progress {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(20);

    private final PrintStream out;
    private final boolean terminal;
    private long written;
    private int width;

    TrainingLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.written = System.nanoTime() - ELSEWHERE.toNanos();
    }

    @Override
    public void remark(String sentence) {
        end();
        out.println(sentence);
    }

    @Override
    public void standing(Standing standing) {
        Duration between = terminal ? ON_TERMINAL : ELSEWHERE;
        if (System.nanoTime() - written < between.toNanos() && standing.progress() < 1) {
            return;
        }
        written = System.nanoTime();
        String line = text(standing);
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else {
            out.println(line);
        }
    }

    /** Leaves the line that is written over, if there is one. */
    void end() {
        if (width > 0) {
            out.println();
            width = 0;
        }
    }

    private static String text(Standing standing) {
        return String.format(
                Locale.ROOT,
                "step %,d (%.0f %%)  loss %.3f  %,.0f tokens/s  %s left",
                standing.step(),
                100 * standing.progress(),
                standing.loss(),
                standing.tokensPerSecond(),
                time(standing.left()));
    }

    private static String time(Duration left) {
        long seconds = left.toSeconds();
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60)
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
