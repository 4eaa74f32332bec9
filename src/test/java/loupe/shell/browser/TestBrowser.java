package loupe.shell.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

/**
 * The one Chromium of the test run, since it can be started once in a process. Each test names the
 * site it wants and opens its own pages.
 *
 * <pre>
 *   test --site()--> current site <--scheme handler-- Chromium (shared, never closed)
 *   test --show()--> JFrame with one page
 * </pre>
 */
public final class TestBrowser {

    private static final AtomicReference<Site> SITE = new AtomicReference<>();
    private static Chromium chromium;

    private TestBrowser() {}

    /** Starts Chromium where that has not been done, and has the site answer its pages. */
    public static synchronized Chromium on(Site site) {
        SITE.set(site);
        if (chromium == null) {
            try {
                Path cache = Path.of(System.getProperty("user.home"), ".cache", "loupe");
                Path profile = Files.createTempDirectory("loupe-test-profile");
                chromium =
                        Chromium.unpack(cache, profile, request -> SITE.get().answer(request))
                                .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (BrowserTrouble trouble) {
                throw new IllegalStateException(trouble.getMessage(), trouble);
            }
        }
        return chromium;
    }

    /** A page in a window of its own, closed by closing this. */
    public record Shown(JFrame frame, Page page) implements AutoCloseable {

        @Override
        public void close() {
            SwingUtilities.invokeLater(
                    () -> {
                        page.close();
                        frame.dispose();
                    });
        }
    }

    public static Shown show(Site site, String path, PageEvents events)
            throws InterruptedException, InvocationTargetException {
        Chromium browser = on(site);
        CompletableFuture<Shown> shown = new CompletableFuture<>();
        SwingUtilities.invokeAndWait(
                () -> {
                    JFrame frame = new JFrame("test");
                    Page page = browser.open(path, events);
                    frame.add(page.component());
                    frame.setSize(1000, 800);
                    frame.setVisible(true);
                    shown.complete(new Shown(frame, page));
                });
        return shown.join();
    }
}
