package loupe.shell.browser;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The program's own files, the files under test, and a box for the report. */
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

    private SiteReply reply(SiteRequest request) {
        List<String> path = request.path();
        return switch (path.get(0)) {
            case "web", "web-test" -> StaticFiles.web(path);
            case "font" -> StaticFiles.font(path);
            case "palette.css" -> SiteReply.text(200, "text/css", Palette.load().css());
            case "test" -> {
                if (path.get(1).equals("started")) {
                    started.run();
                } else {
                    report.complete(request.body());
                }
                yield SiteReply.done();
            }
            default -> StaticFiles.missing(path);
        };
    }
}
