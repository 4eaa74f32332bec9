package loupe.answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread "answers": whatever touches the record is handed to it and waits its turn. */
final class AnswersThread {
    private final ScheduledThreadPoolExecutor answers =
            new ScheduledThreadPoolExecutor(
                    1,
                    work -> {
                        Thread thread = new Thread(work, "answers");
                        thread.setDaemon(true);
                        return thread;
                    });

    AnswersThread() {
        answers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is done there; its trouble becomes that of the future. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws AnswerTrouble;
    }

    <T> CompletableFuture<T> ask(Work<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            answers.execute(
                    () -> {
                        try {
                            answer.complete(work.run());
                        } catch (AnswerTrouble | RuntimeException e) {
                            answer.completeExceptionally(e);
                        }
                    });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new IllegalStateException("the saver is closed", e));
        }
        return answer;
    }

    void execute(Runnable work) {
        answers.execute(work);
    }

    void schedule(Runnable work, long milliseconds) {
        answers.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Takes no more; what waits is done, what was planned for later is not. */
    void shutdown() {
        answers.shutdown();
    }
}
