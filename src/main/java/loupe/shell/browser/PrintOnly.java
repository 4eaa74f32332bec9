package loupe.shell.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import loupe.handin.HandInTrouble;
import loupe.handin.Printer;

/** A Chromium that prints and shows nothing, for commands. */
public final class PrintOnly implements AutoCloseable {

    private final UnseenChromium unseen;
    private final PrintShelf shelf;

    private PrintOnly(UnseenChromium unseen, PrintShelf shelf) {
        this.unseen = unseen;
        this.shelf = shelf;
    }

    /**
     * Starts it; takes a second.
     *
     * @param cache where Chromium is unpacked
     */
    public static PrintOnly start(Path cache) throws BrowserTrouble, HandInTrouble, IOException {
        if (!UnseenChromium.hasDisplay()) {
            throw new HandInTrouble(
                    "The PDF is printed by Chromium, which needs a display, and there is none here:"
                            + " run the command in a graphical session, or install Xvfb (sudo"
                            + " apt-get install xvfb) and run it without DISPLAY. Your answers are"
                            + " safe; installer/run answers export writes them as Markdown.");
        }
        PrintShelf shelf = new PrintShelf();
        return new PrintOnly(UnseenChromium.start(cache, "print", shelf.site()), shelf);
    }

    public Printer printer() {
        return new ChromiumPrinter(
                () -> CompletableFuture.completedFuture(unseen.chromium()), shelf);
    }

    @Override
    public void close() {
        unseen.close();
    }
}
