package loupe.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.Profiles;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.lesson.Course;
import loupe.panel.PanelCatalog;
import loupe.panel.PanelDesk;
import loupe.shell.browser.Chromium;
import loupe.shell.browser.ChromiumPrinter;
import loupe.shell.browser.LoupeSite;
import loupe.shell.browser.PageMail;
import loupe.shell.browser.PageProbe;
import loupe.shell.browser.PrintShelf;
import loupe.shell.browser.TestBrowser;
import loupe.shell.writeup.Study;
import loupe.tour.Hand;
import loupe.tour.Named;

/**
 * The real window on a small course, with its page, its store and its settings in a folder of the
 * test.
 *
 * <pre>
 *   folder/settings.properties, folder/answers.db
 *      |
 *   CourseFrame -- page (shared Chromium) -- LoupeSite -- course, desk
 * </pre>
 */
final class OpenFrame implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final CourseFrame frame;
    final PageProbe probe;
    final CountDownLatch quit = new CountDownLatch(1);
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private final ExecutorService model = ModelThread.executor();
    private final PrintShelf prints = new PrintShelf();
    private final CompletableFuture<Chromium> chromium = new CompletableFuture<>();
    private AnswerSaver answers;

    OpenFrame(Path folder) throws Exception {
        this(folder, Path.of(System.getProperty("loupe.home"), "src/test/resources/small-course"));
    }

    OpenFrame(Path folder, Path courseFolder) throws Exception {
        this(folder, courseFolder, Path.of(System.getProperty("loupe.home")));
    }

    /**
     * @param home where the course's models are, in assets/models
     */
    OpenFrame(Path folder, Path courseFolder, Path home) throws Exception {
        Settings settings = Settings.open(folder.resolve("settings.properties"), files);
        Course course =
                Course.open(courseFolder, PanelCatalog.ids()).in(settings.get("language", ""));
        PageMail mail = new PageMail();
        frame =
                onEventThread(
                        () ->
                                new CourseFrame(
                                        course,
                                        settings,
                                        new Appearance(settings, files),
                                        study(folder),
                                        quit::countDown));
        mail.deliverTo(frame.events());
        LoupeSite site =
                new LoupeSite(
                        CompletableFuture.completedFuture(course),
                        frame::pageLook,
                        new PanelDesk(model, new Lab(home)),
                        mail,
                        prints,
                        files);
        onEventThread(
                () -> {
                    frame.offers().languages(site::show);
                    frame.show();
                    chromium.complete(TestBrowser.on(site));
                    frame.browse(chromium.join());
                    return true;
                });
        frame.readable().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        onEventThread(() -> true); // the writeup is filled in the same event
        probe = new PageProbe(frame.page().orElseThrow(), mail);
    }

    private Study study(Path folder) throws Exception {
        Profiles profiles = new Profiles(new AnswerPlace(folder, folder.resolve("copies")));
        return new Study(
                profiles,
                profiles.all().get(0),
                files,
                new ChromiumPrinter(() -> chromium, prints),
                saver -> answers = saver);
    }

    static <T> T onEventThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    AnswerSaver answers() {
        return answers;
    }

    JTextComponent editor(String question) {
        return (JTextComponent) named("answer-" + question);
    }

    Component named(String name) {
        return Named.in(frame.window(), name).orElseThrow();
    }

    /** Clicks into an editor and waits for the caret, as a person does before typing. */
    JTextComponent clickEditor(Hand hand, String question) throws Exception {
        return (JTextComponent) click(hand, "answer-" + question);
    }

    /**
     * Brings a component into sight and clicks it; a box has changed then, a text has the caret.
     */
    Component click(Hand hand, String name) throws Exception {
        Component component = onEventThread(() -> named(name));
        onEventThread(
                () -> {
                    ((JComponent) component.getParent()).scrollRectToVisible(component.getBounds());
                    return true;
                });
        assertTrue(
                becomes(() -> component.isShowing() && component.isEnabled()),
                () -> name + " cannot be clicked; " + keyboard());
        boolean before = isChosen(component);
        hand.click(component);
        if (component instanceof JToggleButton) {
            assertTrue(becomes(() -> isChosen(component) != before), name);
        }
        if (component instanceof JTextComponent) {
            assertTrue(
                    settles(() -> component.isFocusOwner() && !frame.pageHasKeyboard()),
                    () -> name + " never got the keyboard; " + keyboard());
        }
        return component;
    }

    private static boolean isChosen(Component component) {
        return component instanceof JToggleButton button && button.isSelected();
    }

    /** Clicks into a field of the writeup and writes. */
    JTextComponent write(Hand hand, String question, String text) throws Exception {
        JTextComponent editor = clickEditor(hand, question);
        type(hand, editor, text);
        return editor;
    }

    /** Types into the field that has the keyboard, and waits until all of it stands there. */
    static void type(Hand hand, JTextComponent field, String text) throws Exception {
        assertTrue(becomes(field::isFocusOwner), OpenFrame::keyboard);
        hand.type(text);
        assertTrue(
                becomes(() -> field.getText().contains(text)),
                () -> "there stands \"" + field.getText() + "\"; " + keyboard());
    }

    /** Where the keyboard is, for what a failed test says. */
    static String keyboard() {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        return "the keyboard is at " + focus.getFocusOwner() + " in " + focus.getFocusedWindow();
    }

    Rectangle pagePlace() throws Exception {
        return onEventThread(
                () ->
                        new Rectangle(
                                frame.page().orElseThrow().component().getLocationOnScreen(),
                                frame.page().orElseThrow().component().getSize()));
    }

    /** Waits for something that comes about by itself, to and fro at first, and then stays. */
    static boolean settles(Callable<Boolean> fact) throws Exception {
        int calm = 0;
        for (int i = 0; i < 500 && calm < 4; i++) {
            calm = onEventThread(fact) ? calm + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return calm == 4;
    }

    /** Waits for something that comes about by itself. */
    static boolean becomes(Callable<Boolean> fact) throws Exception {
        return becomes(fact, PATIENCE);
    }

    static boolean becomes(Callable<Boolean> fact, Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (onEventThread(fact)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    @Override
    public void close() {
        try {
            onEventThread(
                    () -> {
                        frame.page().ifPresent(page -> page.close());
                        frame.window().dispose();
                        return true;
                    });
            answers.close();
            files.shutdown();
            files.awaitTermination(5, TimeUnit.SECONDS);
            model.shutdownNow();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
