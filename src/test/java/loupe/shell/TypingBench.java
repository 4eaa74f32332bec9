package loupe.shell;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.Draft;
import loupe.answer.Profiles;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.panel.PanelCatalog;
import loupe.shell.browser.Palette;
import loupe.shell.look.Look;
import loupe.shell.writeup.Study;
import loupe.shell.writeup.WriteupWindow;
import loupe.shell.writeup.Writeups;
import loupe.tour.Named;

/**
 * Measures what a keystroke costs the event thread in the writeup's own editor, in processor time,
 * so that what else runs on the machine does not matter. Not a test: start it by hand with the test
 * class path, the system property {@code loupe.home} and a display.
 */
final class TypingBench implements WriteupWindow {
    private static final int KEYS = 300;
    private static final long BETWEEN_MS = 12;

    private final JFrame frame = new JFrame("typing");
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> times = new ArrayList<>();
    private Writeups writeups;
    private AnswerSaver saver;

    public static void main(String[] none) throws Exception {
        try {
            new TypingBench().measure(Files.createTempDirectory("loupe-typing"));
        } finally {
            System.exit(0);
        }
    }

    private void measure(Path folder) throws Exception {
        ExecutorService files = Executors.newSingleThreadExecutor();
        Path home = Path.of(System.getProperty("loupe.home"), "src/test/resources");
        Course course = Course.open(home.resolve("question-course"), PanelCatalog.ids());
        Profiles profiles = new Profiles(new AnswerPlace(folder, folder.resolve("copies")));
        Study study = new Study(profiles, profiles.all().get(0), files, null, it -> saver = it);
        SwingUtilities.invokeAndWait(
                () -> {
                    Look.prepare();
                    Look look = new Look(Palette.load(), false, 100);
                    look.install();
                    writeups = new Writeups(study, course, this, look);
                    writeups.show(course.lessons().get(0));
                    frame.add(writeups.component());
                    frame.setSize(480, 760);
                    frame.setVisible(true);
                });
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Stopwatch());
        row("nothing", "", false);
        row("nothing", "", false);
        String lines = "A line of a pasted text, which is long enough.\n".repeat(22_000);
        row("1 MB in 22,000 lines, at the end", lines, false);
        row("1 MB in 22,000 lines, in the middle", lines, true);
        row("1 MB in 160,000 lines, in the middle", "a line\n".repeat(150_000), true);
        row("1 MB in one line, in the middle", "A dog ran. ".repeat(95_000), true);
        saver.close();
    }

    private void row(String what, String text, boolean middle) throws Exception {
        JTextComponent editor =
                (JTextComponent) Named.in(writeups.component(), "answer-text").orElseThrow();
        SwingUtilities.invokeAndWait(
                () -> {
                    editor.setText(text);
                    editor.setCaretPosition(middle ? text.length() / 2 : text.length());
                    frame.toFront();
                    editor.requestFocus();
                });
        TimeUnit.MILLISECONDS.sleep(2_000);
        SwingUtilities.invokeAndWait(times::clear);
        long before = cpu();
        for (int i = 0; i < KEYS; i++) {
            boolean line = i % 40 == 39;
            char letter = i % 6 == 5 ? ' ' : 'x';
            Toolkit.getDefaultToolkit()
                    .getSystemEventQueue()
                    .postEvent(
                            new KeyEvent(
                                    editor,
                                    line ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_TYPED,
                                    System.currentTimeMillis(),
                                    0,
                                    line ? KeyEvent.VK_ENTER : KeyEvent.VK_UNDEFINED,
                                    line ? '\n' : letter));
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
        }
        SwingUtilities.invokeAndWait(() -> {});
        if (editor.getDocument().getLength() != text.length() + KEYS) {
            throw new IllegalStateException("the window has not the keyboard");
        }
        double all = (cpu() - before) / 1e6 / KEYS;
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-40s median %6.2f  p99 %6.2f  worst %6.2f ms; with painting %6.2f ms a key%n",
                what,
                sorted.get(KEYS / 2),
                sorted.get(KEYS * 99 / 100),
                sorted.get(sorted.size() - 1),
                all);
    }

    private long cpu() throws Exception {
        long[] time = new long[1];
        SwingUtilities.invokeAndWait(() -> time[0] = threads.getCurrentThreadCpuTime());
        return time[0];
    }

    /** Processor time of the event thread for each key event. */
    private final class Stopwatch extends EventQueue {
        @Override
        protected void dispatchEvent(AWTEvent event) {
            long start = threads.getCurrentThreadCpuTime();
            super.dispatchEvent(event);
            if (event instanceof KeyEvent) {
                times.add((threads.getCurrentThreadCpuTime() - start) / 1e6);
            }
        }
    }

    @Override
    public JFrame frame() {
        return frame;
    }

    @Override
    public void follow(String address) {}

    @Override
    public void open(Lesson lesson, String question) {}

    @Override
    public void person(String name) {}

    @Override
    public void answered(String lesson, Set<String> questions) {}

    @Override
    public void saved(Instant at) {}

    @Override
    public void notSaved() {}

    @Override
    public void tell(String sentence) {}

    @Override
    public void code(Map<String, Draft> code) {}

    @Override
    public void lookAt(String experiment) {}

    @Override
    public void reopen(String state) {}

    @Override
    public void focusOn(String experiment, boolean on) {}
}
