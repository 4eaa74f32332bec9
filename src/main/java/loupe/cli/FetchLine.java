package loupe.cli;

import java.io.PrintStream;
import java.util.Locale;
import loupe.hub.Bytes;
import loupe.hub.FetchProgress;
import loupe.hub.FetchStanding;

/** Progress of a download. */
final class FetchLine implements FetchProgress {

    private final ProgressLine line;

    FetchLine(PrintStream out, boolean terminal) {
        this.line = new ProgressLine(out, terminal);
    }

    @Override
    public synchronized void remark(String sentence) {
        line.remark(sentence);
    }

    @Override
    public synchronized void standing(FetchStanding standing) {
        if (line.isDue(standing.done() == standing.total())) {
            line.show(text(standing));
        }
    }

    /** Leaves the line that is written over, if there is one. */
    synchronized void end() {
        line.end();
    }

    private static String text(FetchStanding standing) {
        return String.format(
                Locale.ROOT,
                "%s  %s of %s (%d %%)%s",
                standing.file(),
                Bytes.text(standing.done()),
                Bytes.text(standing.total()),
                100 * standing.done() / Math.max(1, standing.total()),
                standing.left()
                        .map(
                                left ->
                                        "  %s/s  %s left"
                                                .formatted(
                                                        Bytes.text(standing.bytesPerSecond()),
                                                        ProgressLine.time(left)))
                        .orElse(""));
    }
}
