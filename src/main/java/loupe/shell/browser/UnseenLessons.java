package loupe.shell.browser;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.panel.PanelDesk;

/**
 * Lessons opened where nobody sees them, one at a time, to run their experiments as written and
 * take the pictures. Use it on a thread of your own: it waits.
 */
public final class UnseenLessons {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final int WIDTH = 760;
    private static final int HEIGHT = 900;

    private final PageMail mail = new PageMail();
    private final LoupeSite site;
    private final Supplier<Chromium> chromium;
    private Optional<Page> page = Optional.empty();
    private String shown = "";

    /**
     * @param chromium one that is given {@link #site}
     * @param files the thread that reads files
     */
    public UnseenLessons(Supplier<Chromium> chromium, PanelDesk desk, Executor files) {
        this.chromium = chromium;
        PageLook look = new PageLook("light", 100, 0, "");
        site =
                new LoupeSite(
                        new CompletableFuture<>(), () -> look, desk, mail, new PrintShelf(), files);
    }

    /** What Chromium has to ask for its pages. */
    public Site site() {
        return site;
    }

    /**
     * Runs an experiment and takes what it shows.
     *
     * @throws BrowserTrouble if the page does not answer
     */
    public TakenPanel take(Course course, Lesson lesson, String experiment)
            throws BrowserTrouble, InterruptedException {
        site.show(course);
        Page open = page(lesson);
        try {
            String taken = "window.loupe.taken('" + experiment + "')";
            return TakenPanel.of(new PageProbe(open, mail).value(taken, LONGEST_RUN));
        } catch (TimeoutException | IllegalStateException late) {
            throw new BrowserTrouble(
                    "The experiment "
                            + experiment
                            + " of the lesson "
                            + lesson.id()
                            + " did not come to an end: "
                            + late.getMessage()
                            + ". Run it in the window to see what it does.",
                    late);
        }
    }

    /** The page with a lesson in it. */
    private Page page(Lesson lesson) throws BrowserTrouble, InterruptedException {
        if (page.isPresent() && shown.equals(lesson.id())) {
            return page.get();
        }
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<Page> opened = new CompletableFuture<>();
        mail.deliverTo(
                new PageEvents() {
                    @Override
                    public void ready() {
                        ready.complete(null);
                    }
                });
        SwingUtilities.invokeLater(() -> opened.complete(open("/lesson/" + lesson.id())));
        try {
            page = Optional.of(opened.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS));
            ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
            shown = lesson.id();
            return page.get();
        } catch (ExecutionException | TimeoutException late) {
            throw new BrowserTrouble(
                    "Chromium has started, but has not shown the lesson "
                            + lesson.id()
                            + " in "
                            + LONGEST_START.toSeconds()
                            + " seconds. Try it again.",
                    late);
        }
    }

    /** Closes the page, where Chromium goes on without it. */
    void close() {
        page.ifPresent(
                each -> {
                    SwingUtilities.getWindowAncestor(each.component()).dispose();
                    each.close();
                });
        page = Optional.empty();
    }

    /** On the event thread. */
    private Page open(String path) {
        if (page.isPresent()) {
            page.get().load(path);
            return page.get();
        }
        Page opened = chromium.get().open(path, new PageEvents() {});
        UnseenWindow.open(opened.component(), WIDTH, HEIGHT);
        opened.begin();
        return opened;
    }
}
