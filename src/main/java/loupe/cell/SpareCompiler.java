package loupe.cell;

import java.io.IOException;
import java.util.Optional;

/**
 * A compiler that has been started ahead, so that whoever runs a cell again does not wait for a
 * Java that begins. It ends by itself when nobody asks for it for some minutes.
 */
public final class SpareCompiler {
    private Optional<CompilerProcess> waiting = Optional.empty();

    /** The one that waits, or else one that begins. Who takes it closes it. */
    public synchronized CompilerProcess take() throws IOException {
        Optional<CompilerProcess> taken = waiting.filter(CompilerProcess::isAlive);
        waiting = Optional.empty();
        return taken.isPresent() ? taken.get() : CompilerProcess.start();
    }

    /** Starts the next one, if none waits. */
    public synchronized void prepare() {
        if (waiting.filter(CompilerProcess::isAlive).isEmpty()) {
            try {
                waiting = Optional.of(CompilerProcess.start());
            } catch (IOException e) {
                System.getLogger(SpareCompiler.class.getName())
                        .log(System.Logger.Level.DEBUG, "no compiler waits", e);
            }
        }
    }
}
