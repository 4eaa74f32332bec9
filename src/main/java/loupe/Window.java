package loupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerSaver;
import loupe.answer.AnswerTrouble;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.experiment.Advice;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.lesson.Course;
import loupe.lesson.LessonTrouble;
import loupe.panel.PanelDesk;
import loupe.shell.Appearance;
import loupe.shell.CourseFrame;
import loupe.shell.OneInstance;
import loupe.shell.Settings;
import loupe.shell.browser.BrowserTrouble;
import loupe.shell.browser.Chromium;
import loupe.shell.browser.ChromiumPrinter;
import loupe.shell.browser.LoupeSite;
import loupe.shell.browser.PageLook;
import loupe.shell.browser.PageMail;
import loupe.shell.browser.PrintShelf;
import loupe.shell.writeup.Persons;
import loupe.shell.writeup.Study;
import loupe.tour.TourScript;

/**
 * The program with its window: its threads, and the parts put together. Chromium, the course and
 * the window start beside each other, since each takes a good part of the time until a lesson can
 * be read; the engine is not touched before that.
 */
final class Window {

    private static final Logger LOG = Logger.getLogger(Window.class.getName());

    private final Places places;
    private final ExecutorService files = thread("files");
    private final ExecutorService model = ModelThread.executor();
    private final Lab lab;
    private final CompletableFuture<OneInstance> claim = new CompletableFuture<>();
    private final CompletableFuture<Void> display = new CompletableFuture<>();
    private final NoWindow noWindow = new NoWindow();
    private final CompletableFuture<Chromium> chromium = new CompletableFuture<>();
    private final PageMail mail = new PageMail();
    private final PrintShelf prints = new PrintShelf();
    private final AtomicReference<CourseFrame> frame = new AtomicReference<>();
    private final AtomicReference<AnswerSaver> answers = new AtomicReference<>();
    private final Goodbye goodbye = new Goodbye(answers, files, claim, chromium);

    private final boolean authoring;
    private volatile String nobodyKnows = "";

    private Window(Places places, boolean authoring) {
        this.places = places;
        this.authoring = authoring;
        lab = new Lab(places.home());
    }

    /**
     * Opens the window, or brings the one that is open to the front; returns when the program ends.
     */
    static void open() throws InterruptedException {
        Places places = Places.find();
        Log.to(places.data());
        new Window(places, false).start();
        stay();
    }

    /** Until there is a window, nothing but this thread keeps the program from ending. */
    private static void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Opens an author's window on a course; returns when the program ends. */
    static int preview(Path course) throws InterruptedException {
        Places places = Places.find().preview(course);
        Log.to(places.data());
        new Window(places, true).start();
        stay();
        return 0;
    }

    private void start() {
        files.execute(this::claimPlace);
        Settings settings = Settings.open(places.settings(), files);
        CourseDesk courses = new CourseDesk(places, settings, files);
        CompletableFuture<Course> course =
                CompletableFuture.supplyAsync(() -> readCourse(courses), files);
        PanelDesk desk = new PanelDesk(model, lab);
        LoupeSite site = new LoupeSite(course, this::pageLook, desk, mail, prints, files);
        new Thread(() -> startChromium(site), "chromium").start();
        noWindow.withoutDisplay();
        display.complete(null);
        if (System.getProperty("loupe.device") == null) { // the command line comes first
            System.setProperty("loupe.device", settings.get("device", "auto"));
        }
        Appearance appearance = new Appearance(settings, files);
        noWindow.hasLook();
        Passage passage =
                new Passage(
                        places,
                        site,
                        courses,
                        files,
                        (each, person) -> show(each, settings, appearance, person),
                        this::closeAnswers);
        CompletableFuture<List<Profile>> people = claim.thenApplyAsync(claimed -> people(), files);
        course.thenCombine(
                people,
                (read, all) -> {
                    SwingUtilities.invokeLater(
                            () ->
                                    who(all).ifPresentOrElse(
                                                    person -> enter(passage, read, person),
                                                    goodbye::begin));
                    return all;
                });
    }

    /** Claims the data folder before anything is written there; ends the program if it is taken. */
    private void claimPlace() {
        try {
            Optional<OneInstance> claimed = OneInstance.claim(places.data(), this::toFront);
            if (claimed.isEmpty()) {
                System.err.println("Loupe is open already; its window was asked to the front.");
                System.exit(0);
            }
            claim.complete(claimed.get());
        } catch (IOException failure) {
            noWindow.because(
                    "Loupe keeps your answers in "
                            + places.data()
                            + ", and cannot write there: "
                            + NoWindow.reason(failure)
                            + ". Make the folder writable, or name another with XDG_DATA_HOME.",
                    failure);
        }
    }

    private Course readCourse(CourseDesk courses) {
        try {
            return courses.read();
        } catch (LessonTrouble trouble) {
            noWindow.because(trouble.getMessage(), trouble);
            throw new CompletionException(trouble);
        }
    }

    private void startChromium(LoupeSite site) {
        try {
            Chromium.Unpacked unpacked = Chromium.unpack(places.cache(), places.profile(), site);
            claim.join();
            display.join();
            chromium.complete(unpacked.start());
        } catch (BrowserTrouble trouble) {
            LOG.log(Level.SEVERE, "No Chromium", trouble);
            System.err.println(trouble.getMessage());
            chromium.completeExceptionally(trouble);
        }
    }

    private void enter(Passage passage, Course course, Profile person) {
        if (authoring) {
            passage.preview(course, person);
        } else {
            passage.open(course, person);
        }
    }

    private void closeAnswers() {
        Optional.ofNullable(answers.getAndSet(null)).ifPresent(AnswerSaver::close);
    }

    private Study study(Profile person) {
        return new Study(
                new Profiles(places.answers()),
                person,
                files,
                new ChromiumPrinter(() -> chromium, prints),
                this::opened);
    }

    private CourseFrame show(
            Course course, Settings settings, Appearance appearance, Profile person) {
        CourseFrame opened =
                new CourseFrame(course, settings, appearance, study(person), goodbye::begin);
        frame.set(opened);
        mail.deliverTo(opened.events());
        opened.show();
        if (!nobodyKnows.isEmpty()) {
            opened.warn(nobodyKnows);
        }
        chromium.whenCompleteAsync(
                (started, trouble) -> {
                    if (trouble == null) {
                        opened.browse(started);
                    } else {
                        opened.cannotBrowse(trouble.getMessage());
                    }
                },
                Window::onEventThread);
        opened.readable().thenRun(() -> warm(opened));
        TourScript.startIfAsked(opened, mail);
        return opened;
    }

    /** At once where this is the event thread: the page is asked for before the window is drawn. */
    private static void onEventThread(Runnable work) {
        if (SwingUtilities.isEventDispatchThread()) {
            work.run();
        } else {
            SwingUtilities.invokeLater(work);
        }
    }

    /**
     * Loads engine and model while the person reads, so that the first Run is as fast as the next.
     */
    private void warm(CourseFrame opened) {
        model.execute(
                () ->
                        opened.lesson().experiments().stream()
                                .map(experiment -> experiment.settings().get("model"))
                                .filter(String.class::isInstance)
                                .findFirst()
                                .ifPresent(id -> warm((String) id)));
    }

    private void warm(String modelId) {
        try {
            lab.warm(modelId);
        } catch (Advice notHere) {
            LOG.log(Level.INFO, "Not warmed", notHere); // the experiment itself will say so
        }
    }

    /** Who may write here; a folder that cannot be listed has its first person all the same. */
    private List<Profile> people() {
        try {
            return new Profiles(places.answers()).all();
        } catch (AnswerTrouble trouble) {
            LOG.log(Level.WARNING, "Nobody knows who writes here", trouble);
            nobodyKnows =
                    trouble.getMessage()
                            + " These are the answers of the first person. Those of the others are"
                            + " where they were.";
            return List.of(new Profile("first", "", "", places.answers()));
        }
    }

    /** The one who writes here, or, of several, the one who says so. */
    private static Optional<Profile> who(List<Profile> people) {
        return people.size() == 1 ? Optional.of(people.get(0)) : Persons.ask(people);
    }

    private void opened(AnswerSaver saver) {
        answers.set(saver);
        // Ends that do not come through the window: a log-off, a terminal that is closed.
        Runtime.getRuntime().addShutdownHook(new Thread(saver::close, "last save"));
    }

    private PageLook pageLook() {
        CourseFrame opened = frame.get();
        return opened == null ? new PageLook("light", 100, 0, "") : opened.pageLook();
    }

    private void toFront() {
        CourseFrame opened = frame.get();
        if (opened != null) {
            SwingUtilities.invokeLater(opened::toFront);
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
