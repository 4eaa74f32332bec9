package loupe.shell.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The program's own files, the files under test, and boxes for the report and for pictures. */
final class WebTestSite implements Site {

    private final Runnable started;
    private final CompletableFuture<String> report;

    /**
     * @param started called when the page is there and waits for the keyboard
     */
    WebTestSite(Runnable started, CompletableFuture<String> report) {
        this.started = started;
        this.report = report;
    }

    @Override
    public CompletableFuture<SiteReply> answer(SiteRequest request) {
        return CompletableFuture.completedFuture(reply(request));
    }

    /** A picture that is not the committed one goes where it can be looked at. */
    private static void keep(String name, String url) {
        try {
            Path folder = Path.of(System.getProperty("loupe.home"), "target", "pictures");
            Files.write(Files.createDirectories(folder).resolve(name), PageView.png(url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SiteReply reply(SiteRequest request) {
        List<String> path = request.path();
        return switch (path.get(0)) {
            case "web", "web-test" -> StaticFiles.web(path);
            case "font" -> StaticFiles.font(path);
            case "palette.css" -> SiteReply.text(200, "text/css", Palette.load().css());
            case "test" -> {
                switch (path.get(1)) {
                    case "started" -> started.run();
                    case "picture" -> keep(path.get(2), request.body());
                    default -> report.complete(request.body());
                }
                yield SiteReply.done();
            }
            default -> StaticFiles.missing(path);
        };
    }
}
