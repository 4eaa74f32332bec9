package loupe.hub;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import loupe.checkpoint.CheckpointException;

/** A fetch under way. From any thread. */
public final class Fetch {
    private final Future<Path> work;

    Fetch(Future<Path> work) {
        this.work = work;
    }

    /** Whether it has ended, well or not; {@link #await} then answers at once. */
    public boolean isDone() {
        return work.isDone();
    }

    /** Ends it; what came stays, and the next fetch goes on from there. */
    public void cancel() {
        work.cancel(true);
    }

    /**
     * Waits for the end.
     *
     * @return the model's folder, or nothing if the fetch was cancelled
     */
    public Optional<Path> await() throws CheckpointException, InterruptedException {
        try {
            return Optional.of(work.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CheckpointException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("a fetch failed", e.getCause());
        }
    }
}
