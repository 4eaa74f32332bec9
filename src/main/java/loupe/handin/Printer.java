package loupe.handin;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Prints a document to a PDF. Chromium does; this package does not know it. */
@FunctionalInterface
public interface Printer {

    /**
     * Prints, off the caller's thread. The future fails with a {@link HandInTrouble} whose message
     * is the sentence to show; cancelling it means that nobody waits any more.
     *
     * @param pdf the file to write
     */
    CompletableFuture<Void> print(PrintJob job, Path pdf);
}
