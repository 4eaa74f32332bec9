package loupe.shell.writeup;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import loupe.spelling.Spelling;

/**
 * The threads "words" and "spelling": whatever is done with a text and takes longer than a
 * keystroke may. A dictionary takes its time to load, and no count of words shall wait for it. Work
 * is handed over on the event thread, and its result comes back there.
 */
final class WordsThread {

    private final ExecutorService words = thread("words");
    private final ExecutorService spelling = thread("spelling");

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread fresh = new Thread(work, name);
                    fresh.setDaemon(true);
                    fresh.setPriority(Thread.MIN_PRIORITY);
                    return fresh;
                });
    }

    <T> void ask(Supplier<T> work, Consumer<T> then) {
        ask(words, work, then);
    }

    /** The same for work with a dictionary. */
    <T> void spell(Supplier<T> work, Consumer<T> then) {
        ask(spelling, work, then);
    }

    private static <T> void ask(ExecutorService thread, Supplier<T> work, Consumer<T> then) {
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
