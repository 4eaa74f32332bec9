package loupe.shell.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.panel.PanelDesk;

/**
 * The one class that answers the page. It knows the addresses and nothing of what is drawn:
 *
 * <ul>
 *   <li>{@code GET /lesson/<id>}, {@code /lesson/<id>/figures/...}: a lesson, its pictures
 *   <li>{@code GET /palette.css}, {@code /web/...}, {@code /font/...}: what all pages share
 *   <li>{@code POST /ask/<panel>?ticket=}, {@code POST /cancel/<ticket>}, {@code GET
 *       /run/<run>/<place>?head=...}: the panels, answered by the {@link PanelDesk}
 *   <li>{@code POST /fetch?model=}, {@code GET /fetch?model=}, {@code POST /fetch/cancel?model=}: a
 *       model that is not here, on its way
 *   <li>{@code /print/...}: a document on its way to a printer
 *   <li>{@code GET /models}: the models on this computer
 *   <li>{@code POST /save/<name>}: a file for the person's folder of downloads
 *   <li>{@code POST /page/...}: what happened in the page, told to the window
 * </ul>
 */
public final class LoupeSite implements Site {

    private volatile CompletableFuture<Course> course;
    private final Supplier<PageLook> look;
    private final PanelDesk desk;
    private final PageMail mail;
    private final PrintShelf prints;
    private final Executor files;
    private final String palette;
    private final Downloads downloads = Downloads.ofThisUser();

    /**
     * @param course may still be loading
     * @param files the thread that reads files
     */
    public LoupeSite(
            CompletableFuture<Course> course,
            Supplier<PageLook> look,
            PanelDesk desk,
            PageMail mail,
            PrintShelf prints,
            Executor files) {
        this.course = course;
        this.look = look;
        this.desk = desk;
        this.mail = mail;
        this.prints = prints;
        this.files = files;
        palette = Palette.load().css();
    }

    /** From now on pages come from this course. From any thread. */
    public void show(Course other) {
        course = CompletableFuture.completedFuture(other);
    }

    @Override
    public CompletableFuture<SiteReply> answer(SiteRequest request) {
        List<String> path = request.path();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "palette.css" -> now(SiteReply.text(200, "text/css", palette));
            case "web" -> read(() -> StaticFiles.web(path));
            case "font" -> read(() -> StaticFiles.font(path));
            case "lesson" -> lesson(path);
            case "ask" -> request.isPost() ? ask(request) : now(StaticFiles.missing(path));
            case "cancel" -> now(cancel(request));
            case "run" -> read(() -> grid(request));
            case "models" -> read(() -> SiteReply.json(desk.models()));
            case "save" -> read(() -> save(request));
            case "fetch" -> now(fetch(request));
            case "print" -> now(prints.answer(request));
            case "page" -> now(mail.take(request));
            default -> now(StaticFiles.missing(path));
        };
    }

    private static CompletableFuture<SiteReply> now(SiteReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    private CompletableFuture<SiteReply> read(Supplier<SiteReply> reader) {
        return CompletableFuture.supplyAsync(reader, files);
    }

    private CompletableFuture<SiteReply> lesson(List<String> path) {
        return course.thenApplyAsync(
                open -> {
                    String id = path.size() > 1 ? path.get(1) : "";
                    Optional<Lesson> lesson = open.lesson(id);
                    if (lesson.isEmpty()) {
                        return SiteReply.text(404, "text/html", LessonPage.missing(id, look.get()));
                    }
                    return path.size() == 2
                            ? SiteReply.text(
                                    200, "text/html", LessonPage.of(lesson.get(), look.get()))
                            : figure(lesson.get(), path);
                },
                files);
    }

    private static SiteReply figure(Lesson lesson, List<String> path) {
        try {
            Optional<Path> file = lesson.figure(String.join("/", path.subList(2, path.size())));
            return file.isEmpty()
                    ? StaticFiles.missing(path)
                    : new SiteReply(
                            200,
                            StaticFiles.type(file.get().toString()),
                            Files.readAllBytes(file.get()));
        } catch (IOException failure) {
            return SiteReply.missing("The picture cannot be read: " + failure.getMessage());
        }
    }

    private CompletableFuture<SiteReply> ask(SiteRequest request) {
        String panel = request.path().size() > 1 ? request.path().get(1) : "";
        String ticket = request.query().getOrDefault("ticket", "");
        CompletableFuture<SiteReply> reply =
                desk.ask(panel, ticket, request.body())
                        .thenApply(answer -> SiteReply.json(answer.json()));
        reply.whenComplete(
                (done, failure) -> {
                    if (reply.isCancelled()) {
                        desk.cancel(ticket);
                    }
                });
        return reply;
    }

    private SiteReply fetch(SiteRequest request) {
        String model = request.query().getOrDefault("model", "");
        boolean cancels = request.path().size() > 1 && request.path().get(1).equals("cancel");
        if (!request.isPost()) {
            return SiteReply.json(desk.fetched(model));
        }
        return SiteReply.json(cancels ? desk.cancelFetch(model) : desk.fetch(model));
    }

    private SiteReply cancel(SiteRequest request) {
        if (request.path().size() > 1) {
            desk.cancel(request.path().get(1));
        }
        return SiteReply.done();
    }

    private SiteReply save(SiteRequest request) {
        return request.isPost() && request.path().size() == 2
                ? downloads.save(request.path().get(1), request.body())
                : StaticFiles.missing(request.path());
    }

    private SiteReply grid(SiteRequest request) {
        if (request.path().size() != 3) {
            return StaticFiles.missing(request.path());
        }
        String run = request.path().get(1);
        String place = request.path().get(2);
        return desk.numbers(run, place, request.query())
                .map(SiteReply::bytes)
                .orElseGet(
                        () ->
                                SiteReply.missing(
                                        "The numbers of this run are no longer kept. Run the"
                                                + " experiment again."));
    }
}
