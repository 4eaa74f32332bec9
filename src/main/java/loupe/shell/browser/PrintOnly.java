package loupe.shell.browser;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import loupe.handin.HandInTrouble;
import loupe.handin.Printer;

/**
 * A Chromium that prints and shows nothing, for commands: with a profile of its own, since the
 * window may be open beside it.
 */
public final class PrintOnly implements AutoCloseable {

    private final Chromium chromium;
    private final PrintShelf shelf;
    private final Path profile;

    private PrintOnly(Chromium chromium, PrintShelf shelf, Path profile) {
        this.chromium = chromium;
        this.shelf = shelf;
        this.profile = profile;
    }

    /**
     * Starts it; takes a second.
     *
     * @param cache where Chromium is unpacked
     */
    public static PrintOnly start(Path cache) throws BrowserTrouble, HandInTrouble, IOException {
        needDisplay();
        PrintShelf shelf = new PrintShelf();
        Path profile = profile(cache.resolve("print"));
        Chromium chromium = Chromium.unpack(cache, profile, shelf.site()).start();
        return new PrintOnly(chromium, shelf, profile);
    }

    /** A folder of this process; those of processes that were killed go. */
    private static Path profile(Path home) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> all = Files.list(home)) {
            for (Path each : all.toList()) {
                String name = each.getFileName().toString();
                if (name.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    delete(each);
                }
            }
        }
        return Files.createDirectories(home.resolve("" + ProcessHandle.current().pid()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                each.toFile().delete(); // a Chromium that is just ending still writes
            }
        }
    }

    private static void needDisplay() throws HandInTrouble {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (HeadlessException | AWTError | NoClassDefFoundError e) {
            throw new HandInTrouble(
                    "The PDF is printed by Chromium, which needs a display, and there is none here:"
                            + " run the command in a graphical session, or install Xvfb (sudo"
                            + " apt-get install xvfb) and run it without DISPLAY. Your answers are"
                            + " safe; installer/run answers export writes them as Markdown.",
                    e);
        }
    }

    public Printer printer() {
        return new ChromiumPrinter(() -> CompletableFuture.completedFuture(chromium), shelf);
    }

    @Override
    public void close() {
        try {
            SwingUtilities.invokeAndWait(chromium::close);
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.getLogger(PrintOnly.class.getName())
                    .log(System.Logger.Level.DEBUG, "Chromium did not end in order", e);
        }
    }
}
