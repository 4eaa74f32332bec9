package loupe.shell.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import loupe.handin.PrintJob;

/**
 * The document being printed, if any, served to the page that prints it: {@code GET
 * /print/document}, its files by their paths, and {@code POST /print/ready} when all has come. Any
 * thread.
 */
public final class PrintShelf {

    private static final String DOCUMENT = "print/document";
    private static final String READY = "print/ready";

    /** A document, and what to do when its page is ready. */
    private record Waiting(PrintJob job, Runnable ready) {}

    private final AtomicReference<Waiting> waiting = new AtomicReference<>();

    /** Lays a document out; false where another one lies there. */
    boolean lay(PrintJob job, Runnable ready) {
        return waiting.compareAndSet(null, new Waiting(job, ready));
    }

    void clear() {
        waiting.set(null);
    }

    static String address() {
        return "/" + DOCUMENT;
    }

    SiteReply answer(SiteRequest request) {
        Waiting now = waiting.get();
        String path = String.join("/", request.path());
        if (now == null) {
            return StaticFiles.missing(request.path());
        }
        if (path.equals(READY) && request.isPost()) {
            now.ready().run();
            return SiteReply.done();
        }
        byte[] body =
                path.equals(DOCUMENT)
                        ? now.job().html().getBytes(StandardCharsets.UTF_8)
                        : now.job().files().get(path);
        String type = path.equals(DOCUMENT) ? "text/html" : StaticFiles.type(path);
        return body == null ? StaticFiles.missing(request.path()) : new SiteReply(200, type, body);
    }

    /** A site that has nothing but this shelf, for a program without a window. */
    public Site site() {
        String palette = Palette.load().css();
        return request -> {
            List<String> path = request.path();
            return java.util.concurrent.CompletableFuture.completedFuture(
                    switch (path.isEmpty() ? "" : path.get(0)) {
                        case "palette.css" -> SiteReply.text(200, "text/css", palette);
                        case "web" -> StaticFiles.web(path);
                        case "font" -> StaticFiles.font(path);
                        default -> answer(request);
                    });
        };
    }
}
