package loupe.tour;

import java.awt.BorderLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import loupe.shell.browser.Chromium;
import loupe.shell.browser.PageEvents;
import loupe.shell.browser.Site;
import loupe.shell.browser.SiteReply;

/**
 * The reference of the start benchmark: an empty Swing window with the same Chromium, which ends
 * when the page's first script has run.
 */
public final class EmptyWindow {

    private EmptyWindow() {}

    /**
     * @param arguments the folder Chromium is unpacked in
     */
    public static void main(String[] arguments) throws Exception {
        Path profile = Files.createTempDirectory("loupe-empty");
        Site site =
                request ->
                        CompletableFuture.completedFuture(
                                switch (request.path().get(0)) {
                                    case "web" ->
                                            SiteReply.text(
                                                    200,
                                                    "text/javascript",
                                                    "fetch('/ready', {method: 'POST'})");
                                    case "ready" -> ready();
                                    default ->
                                            SiteReply.text(
                                                    200,
                                                    "text/html",
                                                    "<!doctype html><script"
                                                            + " src='/web/first.js'></script>");
                                });
        Chromium chromium = Chromium.unpack(Path.of(arguments[0]), profile, site).start();
        SwingUtilities.invokeLater(
                () -> {
                    JFrame frame = new JFrame("Empty");
                    frame.setSize(1280, 800);
                    frame.add(
                            chromium.open("/empty", new PageEvents() {}).component(),
                            BorderLayout.CENTER);
                    frame.setVisible(true);
                });
    }

    private static SiteReply ready() {
        Child.sayReady();
        Runtime.getRuntime().halt(0);
        return SiteReply.done();
    }
}
