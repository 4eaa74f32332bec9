package loupe.cli;

import java.io.PrintStream;
import java.util.Locale;
import loupe.training.Progress;
import loupe.training.Standing;

/** Progress of a training run. */
final class TrainingLine implements Progress {

    private final ProgressLine line;

    TrainingLine(PrintStream out, boolean terminal) {
        this.line = new ProgressLine(out, terminal);
    }

    @Override
    public void remark(String sentence) {
        line.remark(sentence);
    }

    @Override
    public void standing(Standing standing) {
        if (line.isDue(standing.progress() >= 1)) {
            line.show(text(standing));
        }
    }

    /** Leaves the line that is written over, if there is one. */
    void end() {
        line.end();
    }

    private static String text(Standing standing) {
        return String.format(
                Locale.ROOT,
                "step %,d (%.0f %%)  loss %.3f  %,.0f tokens/s  %s left",
                standing.step(),
                100 * standing.progress(),
                standing.loss(),
                standing.tokensPerSecond(),
                ProgressLine.time(standing.left()));
    }
}
