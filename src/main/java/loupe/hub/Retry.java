package loupe.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import loupe.checkpoint.CheckpointException;

/** Tries again what failed for reasons that pass, waiting longer each time. */
final class Retry {
    private static final int TIMES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Pause pause;
    private final FetchProgress progress;
    private int failures;
    private boolean reached;

    Retry(Pause pause, FetchProgress progress) {
        this.pause = pause;
        this.progress = progress;
    }

    /** What the hub answers when it cannot now: the wait is what it asks for. */
    static final class Later extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> wait;

        Later(String message, Optional<Duration> wait) {
            super(message);
            this.wait = wait;
        }
    }

    /** The hub cannot be reached at all; the message is a sentence. */
    static final class Unreachable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreachable(String sentence, IOException cause) {
            super(sentence, cause);
        }
    }

    /** Something that may fail. */
    interface Attempt<T> {
        T run() throws IOException, CheckpointException, InterruptedException;
    }

    /** Forgets earlier failures, since something came. */
    void progressed() {
        failures = 0;
    }

    /**
     * Runs it until it succeeds. A hub that never answered is not asked again: there is no network.
     *
     * @param task what failed, for the sentence when no more is tried
     */
    <T> T run(String task, Attempt<T> attempt) throws CheckpointException, InterruptedException {
        failures = 0;
        while (true) {
            try {
                T result = attempt.run();
                reached = true;
                return result;
            } catch (Unreachable e) {
                if (!reached || ++failures > TIMES) {
                    throw new CheckpointException(e.getMessage(), e);
                }
                waitAfter(task, e);
            } catch (IOException e) {
                failures++;
                if (failures > TIMES) {
                    throw new CheckpointException(
                            "%s failed %d times, the last time because %s. What came stays; fetch again later."
                                    .formatted(task, failures, reason(e)),
                            e);
                }
                waitAfter(task, e);
            }
        }
    }

    private void waitAfter(String task, IOException e) throws InterruptedException {
        Duration wait = wait(e);
        progress.remark(
                "%s: %s; trying again in %d s.".formatted(task, reason(e), wait.toSeconds()));
        pause.of(wait);
    }

    private Duration wait(IOException e) {
        Duration own = Duration.ofSeconds(1L << (failures - 1));
        Duration wanted = e instanceof Later later ? later.wait.orElse(own) : own;
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    private static String reason(IOException e) {
        if (e instanceof Unreachable) {
            return "the hub cannot be reached";
        }
        return e instanceof Later ? e.getMessage() : "the connection broke";
    }
}
