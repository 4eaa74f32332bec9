package loupe.shell.writeup;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import loupe.spelling.Spelling;

/**
 * The thread "words": whatever is done with a text and takes longer than a keystroke may. Work is
 * handed over on the event thread, and its result comes back there.
 */
final class WordsThread {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread fresh = new Thread(work, "words");
                        fresh.setDaemon(true);
                        fresh.setPriority(Thread.MIN_PRIORITY);
                        return fresh;
                    });

    <T> void ask(Supplier<T> work, Consumer<T> then) {
        thread.execute(
                () -> {
                    T result = work.get();
                    SwingUtilities.invokeLater(() -> then.accept(result));
                });
    }

    /** The unknown words of a text; none where there is no dictionary of its language. */
    static Optional<Spelling> dictionary(String language) {
        return Spelling.of(language);
    }
}
