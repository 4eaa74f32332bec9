package loupe.handin;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A hand-in under way. */
public final class Job {
    private static final long LOOK_MS = 100;

    private final CompletableFuture<HandIn.Result> result = new CompletableFuture<>();
    private volatile boolean cancelled;

    Job() {}

    /** What a hand-in does. */
    @FunctionalInterface
    interface Work {
        HandIn.Result run() throws Exception;
    }

    /** Completes when all is done and checked, or fails with the sentence to show. */
    public CompletableFuture<HandIn.Result> result() {
        return result;
    }

    /**
     * Asks it to stop. It leaves nothing behind; {@link #result} is cancelled when it has stopped,
     * or completes if it was too late to stop.
     */
    public void cancel() {
        cancelled = true;
    }

    void carryOut(Work work) {
        try {
            result.complete(work.run());
        } catch (CancellationException stopped) {
            result.cancel(false);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            result.completeExceptionally(e);
        }
    }

    void step(Consumer<HandIn.Step> progress, HandIn.Step step) {
        if (cancelled) {
            throw new CancellationException();
        }
        progress.accept(step);
    }

    /** Waits for something, and no longer when this was cancelled. */
    <T> T await(CompletableFuture<T> future) throws Exception {
        while (true) {
            try {
                return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (cancelled) {
                    future.cancel(false);
                    throw new CancellationException();
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
