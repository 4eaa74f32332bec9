package loupe;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerSaver;
import loupe.shell.OneInstance;
import loupe.shell.browser.Chromium;

/**
 * The end of the program, off the event thread: answers first, then files, the claim on the data
 * folder, Chromium. Whatever hangs meanwhile is left behind.
 */
record Goodbye(
        AtomicReference<AnswerSaver> answers,
        ExecutorService files,
        CompletableFuture<OneInstance> claim,
        CompletableFuture<Chromium> chromium) {

    private static final Logger LOG = Logger.getLogger(Goodbye.class.getName());

    private static final int LONGEST_SECONDS = 5;

    void begin() {
        Thread watchdog = new Thread(Goodbye::tooLong, "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        new Thread(this::say, "goodbye").start();
    }

    private void say() {
        try {
            Optional.ofNullable(answers.get()).ifPresent(AnswerSaver::close);
            files.shutdown();
            files.awaitTermination(1, TimeUnit.SECONDS);
            claim.join().close();
            if (chromium.isDone() && !chromium.isCompletedExceptionally()) {
                SwingUtilities.invokeAndWait(chromium.join()::close);
            }
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Loupe did not end in order", failure);
        }
        System.exit(0);
    }

    private static void tooLong() {
        try {
            TimeUnit.SECONDS.sleep(LONGEST_SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
