package loupe.shell;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Lesson;
import loupe.shell.browser.Chromium;
import loupe.shell.browser.Page;
import loupe.shell.browser.PageEvents;
import loupe.shell.browser.PageLook;
import loupe.shell.look.Look;
import loupe.shell.writeup.Study;
import loupe.shell.writeup.Writeups;

/**
 * The window: contents, lesson, writeup and status line, and what happens between them. Use it on
 * the event thread, which is Chromium's main thread as well: the lesson comes first, the writeup
 * when it is painted.
 */
public final class CourseFrame {

    private static final int LONGEST_START_MS = 40_000;

    private Course course;
    private final Settings settings;
    private final Writeups writeups;
    private final Runnable quit;
    private final JFrame frame = new JFrame();
    private final Appearance appearance;
    private final FrameMenu menu = new FrameMenu();
    private final Offers offers = new Offers(this, menu);
    private final PageEvents events = new FrameEvents(this);
    private final ContentsPane contents;
    private final LessonPane lessonPane;
    private final LessonPage page;
    private final StatusLine status;
    private final Columns columns;
    private final CompletableFuture<Void> readable = new CompletableFuture<>();
    private Lesson lesson;
    private Optional<FindingsPane> findings = Optional.empty();
    private Runnable left = () -> {};
    private String person = "";

    /**
     * @param study who writes, and where
     * @param quit called once, when the window has closed
     */
    public CourseFrame(
            Course course, Settings settings, Appearance appearance, Study study, Runnable quit) {
        this.course = course;
        this.settings = settings;
        this.quit = quit;
        this.appearance = appearance;
        appearance.tell(this::restyle);
        Look now = appearance.look();
        contents = new ContentsPane(course.title(), course.lessons(), this::open, now);
        lessonPane = new LessonPane(now);
        page = new LessonPage(lessonPane);
        status = new StatusLine(now);
        writeups = new Writeups(study, course, new Surroundings(this), now);
        frame.setName("loupe");
        columns =
                new Columns(
                        frame,
                        settings,
                        contents.component(),
                        lessonPane.component(),
                        writeups.component());
        assemble();
        open(lastLesson());
    }

    private void assemble() {
        FrameCommands.fill(menu, this);
        frame.setJMenuBar(menu.component());
        frame.add(columns.component(), BorderLayout.CENTER);
        frame.add(status.component(), BorderLayout.SOUTH);
        frame.setMinimumSize(new java.awt.Dimension(480, 360));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        close();
                    }

                    @Override
                    public void windowActivated(WindowEvent event) {
                        appearance.followSystem();
                    }

                    @Override
                    public void windowClosed(WindowEvent event) {
                        page.forgetKeyboard();
                    }
                });
    }

    /**
     * Makes this an author's window: what is wrong with the course is shown under the lesson.
     *
     * @param open called with a finding whose place is wanted
     */
    public void showFindings(Consumer<Finding> open) {
        FindingsPane pane = new FindingsPane(open, appearance.look());
        findings = Optional.of(pane);
        lessonPane.below(pane.component());
    }

    /** Lists what was found. */
    public void found(List<Finding> found) {
        findings.ifPresent(pane -> pane.show(found));
    }

    /** Shows the course as it was read anew; scroll position, panels and answers stay. */
    public void renew(Course fresh, List<Finding> found) {
        found(found);
        course = fresh;
        Lesson before = lesson;
        lesson = fresh.lesson(before.id()).orElse(fresh.lessons().get(0));
        contents.show(fresh.title(), fresh.lessons());
        contents.select(lesson);
        nameWindow();
        if (!lesson.id().equals(before.id())) {
            page.load(path());
        } else {
            tellPage("renew", "");
        }
        boolean same =
                lesson.questions().equals(before.questions())
                        && lesson.cells().equals(before.cells());
        if (!same && readable.isDone()) {
            // What was typed is saved first, since the cards are made anew.
            writeups.flush()
                    .whenComplete(
                            (saved, failure) ->
                                    SwingUtilities.invokeLater(() -> writeups.show(lesson)));
        }
    }

    /** The language the person has chosen for courses; empty before that. From any thread. */
    public String language() {
        return settings.get("language", "");
    }

    /** Shows the course in another of its languages. */
    void speak(String language, Consumer<Course> serve) {
        settings.put("language", language);
        Course other = course.in(language);
        serve.accept(other);
        renew(other, List.of());
    }

    /** Names what is to be done when another window takes the place of this one. */
    public void whenLeft(Runnable work) {
        left = work;
    }

    /** Saves what was typed and takes the window away, for another one in its place. */
    public void leave(Runnable then) {
        LastSave.before(
                frame,
                writeups,
                () -> {
                    page.close();
                    frame.dispose();
                    left.run();
                    then.run();
                });
    }

    private Lesson lastLesson() {
        String last = settings.get("lesson", "");
        return course.lessons().stream()
                .filter(found -> found.id().equals(last))
                .findFirst()
                .orElse(course.lessons().get(0));
    }

    public void show() {
        frame.setVisible(true);
        columns.place();
    }

    /** Brings the window to the front, out of the task bar if need be. */
    public void toFront() {
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        frame.setVisible(true);
        frame.toFront();
        frame.requestFocus();
    }

    /** Puts the page in, now that Chromium has started. */
    public void browse(Chromium chromium) {
        page.open(chromium, path(), events());
        Timer patience = new Timer(LONGEST_START_MS, late -> giveUpWaiting());
        patience.setRepeats(false);
        patience.start();
    }

    /** A Chromium that hangs says nothing, so the clock has to. */
    private void giveUpWaiting() {
        if (!readable.isDone()) {
            cannotBrowse(
                    "Chromium has started, but has not shown the lesson in "
                            + LONGEST_START_MS / 1000
                            + " seconds. You can write all the same, and your answers are saved."
                            + " Quit Loupe and start it again to see the lesson.");
        }
    }

    /** Says in the lesson's place why there is no page; the writeup works all the same. */
    public void cannotBrowse(String sentence) {
        page.close();
        lessonPane.say(sentence);
        writeups.show(lesson);
    }

    /** What the page tells this window. */
    public PageEvents events() {
        return events;
    }

    /** How a page is to look now. May be asked from any thread. */
    public PageLook pageLook() {
        Look look = appearance.look();
        return new PageLook(
                look.theme(),
                look.textSize(),
                settings.get("scroll." + lesson.id(), 0, 0, 10_000_000),
                menu.keys());
    }

    private String path() {
        return "/lesson/" + lesson.id();
    }

    void open(Lesson chosen) {
        if (chosen.equals(lesson)) {
            return;
        }
        lesson = chosen;
        settings.put("lesson", lesson.id());
        nameWindow();
        contents.select(lesson);
        if (readable.isDone()) {
            writeups.show(lesson);
        }
        page.load(path());
    }

    /** Says in the title who writes; empty where only one person does. */
    void person(String name) {
        person = name;
        nameWindow();
    }

    private void nameWindow() {
        frame.setTitle(lesson.title() + " · Loupe" + (person.isEmpty() ? "" : " · " + person));
    }

    /** Opens a lesson at a question and gives its answer the keyboard. */
    void visit(Lesson chosen, String question) {
        open(chosen, question);
        columns.showWriteup();
        writeups.focus(question);
    }

    /** Opens the lesson so many places further on; nothing happens beyond the ends. */
    void step(int by) {
        int next = course.lessons().indexOf(lesson) + by;
        if (next >= 0 && next < course.lessons().size()) {
            open(course.lessons().get(next));
        }
    }

    /** Completes when the first lesson has been painted. */
    public CompletableFuture<Void> readable() {
        return readable;
    }

    void lessonReady() {
        if (readable.complete(null)) {
            frame.setIconImages(LoupeIcon.sizes(appearance.look()));
        }
        writeups.pageReady(lesson);
    }

    void scrolled(String lessonId, int y) {
        settings.put("scroll." + lessonId, y);
    }

    void write(String question) {
        columns.showWriteup();
        writeups.focus(question);
    }

    /** Follows a link as the page would: to a place of the lesson, or out of the course. */
    void follow(String address) {
        tellPage("follow", address);
    }

    /** Calls a function of the page with one text. */
    void tellPage(String function, String text) {
        page.tell(function, text);
    }

    /**
     * Opens a lesson at one of its questions, or where it was left; one that is open at its top.
     */
    private void open(Lesson chosen, String question) {
        boolean there = chosen.equals(lesson);
        open(chosen);
        if (!question.isEmpty()) {
            writeups.reveal(question);
        }
        if (there) {
            follow(question.isEmpty() ? "#" : "#q-" + question);
        }
    }

    private void restyle(Look look) {
        contents.restyle(look);
        lessonPane.restyle(look);
        writeups.restyle(look);
        status.restyle(look);
        findings.ifPresent(pane -> pane.restyle(look));
        page.look(look.theme(), look.textSize());
    }

    void focusContents() {
        if (!contents.component().isVisible()) {
            columns.toggleContents();
        }
        contents.focus();
    }

    void focusPage() {
        page.focus();
    }

    void focusWriteup() {
        columns.showWriteup();
        writeups.focusAnswer();
    }

    /** Moves the keyboard round the three columns. */
    void nextColumn() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (pageHasKeyboard()) {
            focusWriteup();
        } else if (owner != null && SwingUtilities.isDescendingFrom(owner, contents.component())) {
            focusPage();
        } else {
            focusContents();
        }
    }

    /** Whether keys go to the page now. */
    public boolean pageHasKeyboard() {
        return page.hasKeyboard();
    }

    /** Says something that the person asked for. */
    public void say(String title, String text) {
        JOptionPane.showMessageDialog(frame, text, title, JOptionPane.PLAIN_MESSAGE);
    }

    /** Says something above the answers until it is closed. */
    public void warn(String sentence) {
        writeups.told(sentence);
    }

    /** Closes the window once everything typed is on the disk, or the person wants it anyway. */
    public void close() {
        LastSave.before(
                frame,
                writeups,
                () -> {
                    frame.setVisible(false);
                    quit.run();
                });
    }

    /** What else the menus offer. */
    public Offers offers() {
        return offers;
    }

    Course course() {
        return course;
    }

    public Lesson lesson() {
        return lesson;
    }

    Appearance appearance() {
        return appearance;
    }

    FrameMenu menu() {
        return menu;
    }

    Writeups writeups() {
        return writeups;
    }

    ContentsPane contents() {
        return contents;
    }

    Columns columns() {
        return columns;
    }

    StatusLine status() {
        return status;
    }

    public JFrame window() {
        return frame;
    }

    /** The page, where there is one. */
    public Optional<Page> page() {
        return page.page();
    }
}
