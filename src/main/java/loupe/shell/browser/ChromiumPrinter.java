package loupe.shell.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import loupe.handin.HandInTrouble;
import loupe.handin.PrintJob;
import loupe.handin.Printer;
import org.cef.CefClient;
import org.cef.browser.CefBrowser;
import org.cef.misc.CefPdfPrintSettings;

/**
 * Prints with Chromium, in a window beyond the edge of the screen: a page without a window has no
 * process to print it. Any thread.
 */
public final class ChromiumPrinter implements Printer {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int SIZE = 100; // the paper decides, not the window

    private final Supplier<CompletableFuture<Chromium>> chromium;
    private final PrintShelf shelf;

    /**
     * @param chromium may still be starting
     * @param shelf what its site serves under {@code /print}
     */
    public ChromiumPrinter(Supplier<CompletableFuture<Chromium>> chromium, PrintShelf shelf) {
        this.chromium = chromium;
        this.shelf = shelf;
    }

    @Override
    public CompletableFuture<Void> print(PrintJob job, Path pdf) {
        CompletableFuture<Void> printed = new CompletableFuture<>();
        chromium.get()
                .whenComplete(
                        (started, trouble) -> {
                            if (trouble == null) {
                                SwingUtilities.invokeLater(() -> print(started, job, pdf, printed));
                            } else {
                                fail(printed, "Chromium did not start");
                            }
                        });
        CompletableFuture<Void> answer =
                printed.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                        .exceptionallyCompose(ChromiumPrinter::inWords);
        answer.whenComplete((done, trouble) -> printed.cancel(false)); // who waited may have left
        return answer;
    }

    private static CompletableFuture<Void> inWords(Throwable trouble) {
        return trouble instanceof java.util.concurrent.TimeoutException
                ? CompletableFuture.failedFuture(
                        sentence("it took more than " + LONGEST.toMinutes() + " minutes"))
                : CompletableFuture.failedFuture(trouble);
    }

    private static void fail(CompletableFuture<Void> printed, String why) {
        printed.completeExceptionally(sentence(why));
    }

    private static HandInTrouble sentence(String why) {
        return new HandInTrouble(
                "The PDF could not be printed: "
                        + why
                        + ". Nothing was handed in, and your answers are safe. Try again; the"
                        + " command installer/run hand-in makes the same PDF without this window.");
    }

    /** On the event thread. */
    private void print(Chromium started, PrintJob job, Path pdf, CompletableFuture<Void> printed) {
        if (printed.isDone()) {
            return;
        }
        CefBrowser[] browser = new CefBrowser[1];
        boolean laid =
                shelf.lay(
                        job,
                        () -> SwingUtilities.invokeLater(() -> toPdf(browser[0], pdf, printed)));
        if (!laid) {
            fail(printed, "another one is being printed");
            return;
        }
        CefClient client = started.client();
        client.addRequestHandler(
                new PageBounds(
                        new PageEvents() {
                            @Override
                            public void crashed() {
                                fail(printed, "Chromium's process ended while it printed");
                            }
                        }));
        browser[0] = client.createBrowser(Chromium.ORIGIN + PrintShelf.address(), false, false);
        JWindow window = UnseenWindow.open(browser[0].getUIComponent(), SIZE, SIZE);
        printed.whenComplete(
                (done, trouble) ->
                        SwingUtilities.invokeLater(() -> close(window, client, browser[0])));
        browser[0].createImmediately(); // it would wait to be painted, which never happens there
    }

    private static void toPdf(CefBrowser browser, Path pdf, CompletableFuture<Void> printed) {
        CefPdfPrintSettings settings = new CefPdfPrintSettings();
        settings.prefer_css_page_size = true;
        settings.print_background = true;
        settings.generate_tagged_pdf = true;
        settings.generate_document_outline = true;
        browser.printToPDF(
                pdf.toString(),
                settings,
                (path, ok) -> {
                    if (ok) {
                        printed.complete(null);
                    } else {
                        fail(printed, "Chromium could not write " + pdf);
                    }
                });
    }

    private void close(JWindow window, CefClient client, CefBrowser browser) {
        shelf.clear();
        browser.setCloseAllowed();
        browser.close(true);
        client.dispose();
        window.dispose();
    }
}
