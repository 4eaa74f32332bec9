package loupe.tour;

import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import loupe.shell.CourseFrame;
import loupe.shell.browser.PageMail;
import loupe.shell.browser.PageProbe;

/**
 * A person at the window: reads, runs, points, clicks, writes, quits, and in the second part comes
 * back to look whether it is all there. Everything goes through real mouse and key events.
 */
public final class TourScript {

    static final String ANSWER =
            "Each token reads most from the tokens before it: in the first sentence two.";

    private static final Logger LOG = Logger.getLogger(TourScript.class.getName());
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration FIRST_RUN = Duration.ofSeconds(60);

    private final CourseFrame frame;
    private final Hand hand;
    private final Steps steps;
    private PageProbe page;
    private final PageMail mail;

    private TourScript(CourseFrame frame, PageMail mail, Steps steps, Hand hand) {
        this.frame = frame;
        this.mail = mail;
        this.steps = steps;
        this.hand = hand;
    }

    /** Plays where the system properties of {@link Tour} and {@link Bench} ask for it. */
    public static void startIfAsked(CourseFrame frame, PageMail mail) {
        String part = System.getProperty("loupe.tour");
        if (part != null) {
            new Thread(() -> play(frame, mail, part), "tour").start();
        }
        String bench = System.getProperty("loupe.bench");
        if (bench != null) {
            Runnable script =
                    bench.equals("view")
                            ? () -> ViewScript.run(frame, mail)
                            : () -> BenchScript.run(frame, mail);
            new Thread(script, "bench").start();
        }
    }

    private static void play(CourseFrame frame, PageMail mail, String part) {
        try {
            Hand hand = new Hand();
            Path output = Path.of(System.getProperty("loupe.tour.output"));
            TourScript script = new TourScript(frame, mail, new Steps(output, part, hand), hand);
            if (part.equals("first")) {
                script.first();
            } else {
                script.second();
            }
        } catch (Exception failure) {
            LOG.log(Level.SEVERE, "The tour broke off", failure);
            Runtime.getRuntime().halt(1);
        }
    }

    private void first() throws IOException {
        steps.step("The window opens", () -> waitFor(() -> frame.window().isShowing()));
        steps.step("The lesson is painted", this::lessonIsPainted);
        for (int i = 1; i <= 3; i++) {
            String section = "document.querySelectorAll('section.experiment')[" + (i - 1) + "]";
            steps.step("Experiment " + i + " runs as written", () -> runs(section));
        }
        steps.step("Pointing at a token shows its lines alone", this::pointAtToken);
        steps.step("A click opens the token's query, keys, product and softmax", this::openToken);
        steps.step("The text is changed and run again", this::changeText);
        steps.step("The lesson's Java is run with the keyboard", this::runJava);
        steps.step("An answer is typed with real keys", this::typeAnswer);
        steps.step("The status line says it is saved", this::isSaved);
        steps.step(
                "The keyboard goes back to the page and again to the editor", this::backAndForth);
        steps.step("The dark theme is chosen from the menu", this::chooseDark);
        steps.step("The text is made larger, and normal again", this::largerText);
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
    }

    private void second() throws IOException {
        steps.step("The window opens again", () -> waitFor(() -> frame.window().isShowing()));
        steps.step("The lesson is painted again", this::lessonIsPainted);
        steps.step(
                "The answer is there",
                () -> waitFor(() -> editor().getText().equals(ANSWER + " Yes.")));
        steps.step(
                "The theme is still dark",
                () -> page.becomes("document.documentElement.dataset.theme === 'dark'", SOON));
        steps.step(
                "The page is where it was left", () -> page.becomes("window.scrollY > 100", SOON));
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
    }

    private boolean lessonIsPainted() throws Exception {
        if (!waitFor(() -> frame.page().isPresent())) {
            return false;
        }
        page = new PageProbe(frame.page().orElseThrow(), mail);
        frame.readable().get(FIRST_RUN.toSeconds(), TimeUnit.SECONDS);
        return page.becomes("document.querySelector('main.lesson h1')?.textContent", FIRST_RUN);
    }

    private boolean runs(String section) throws Exception {
        page.value(section + ".scrollIntoView({block: 'start', behavior: 'instant'})", SOON);
        return page.becomes(section + ".dataset.state === 'ready'", FIRST_RUN) && settled();
    }

    private boolean pointAtToken() throws Exception {
        String token = query(2, 1);
        Rectangle place = onScreen(token);
        hand.moveTo(place.x + place.width / 2, place.y + place.height / 2);
        return page.becomes(
                        token
                                + ".closest('section').querySelector('.panel-details').textContent"
                                + ".includes('reads')",
                        SOON)
                && settled();
    }

    private boolean openToken() throws Exception {
        String token = query(1, 3);
        page.value(token + ".closest('section').scrollIntoView({block: 'start'})", SOON);
        settled();
        Rectangle place = onScreen(token);
        hand.click(place.x + place.width / 2, place.y + place.height / 2);
        boolean opened =
                page.becomes(
                        token + ".closest('section').querySelector('.neuron-head.open')", SOON);
        settled();
        return opened;
    }

    private boolean changeText() throws Exception {
        String section = "document.querySelectorAll('section.experiment')[0]";
        page.value(section + ".scrollIntoView({block: 'start'})", SOON);
        settled();
        Rectangle field = onScreen(section + ".querySelector('textarea')");
        hand.click(field.x + 30, field.y + field.height / 2);
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        hand.type("The cat sat on the mat");
        hand.chord(KeyEvent.VK_ENTER);
        boolean ran =
                page.becomes(
                        section
                                + ".dataset.state === 'ready' && "
                                + section
                                + ".textContent.includes('mat')",
                        SOON);
        settled();
        return ran;
    }

    private boolean runJava() throws Exception {
        String section = "document.querySelector('section.cell')";
        page.value(section + ".scrollIntoView({block: 'start'})", SOON);
        settled();
        Rectangle field = onScreen(section + ".querySelector('textarea')");
        hand.click(field.x + field.width / 2, field.y + field.height / 2);
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        boolean printed =
                page.becomes(
                        section + ".querySelector('.cell-output').textContent.includes('0.40')",
                        SOON);
        settled();
        return printed;
    }

    private boolean typeAnswer() throws Exception {
        clickEditor();
        hand.type(ANSWER);
        return waitFor(() -> editor().getText().equals(ANSWER));
    }

    private boolean isSaved() throws Exception {
        return waitFor(() -> label("status-saved").startsWith("Saved "));
    }

    private boolean backAndForth() throws Exception {
        String field =
                "document.querySelectorAll('section.experiment')[0].querySelector('textarea')";
        page.value(field + ".scrollIntoView({block: 'center'})", SOON);
        settled();
        Rectangle place = onScreen(field);
        hand.click(place.x + 30, place.y + place.height / 2);
        hand.chord(KeyEvent.VK_END);
        hand.type(" zzz");
        boolean inPage = page.becomes(field + ".value.endsWith(' zzz')", SOON);
        clickEditor();
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
        hand.type(" Yes.");
        return inPage
                && waitFor(() -> editor().getText().equals(ANSWER + " Yes."))
                && page.becomes(field + ".value.endsWith(' zzz')", SOON);
    }

    private boolean chooseDark() throws Exception {
        hand.chord(KeyEvent.VK_ALT, KeyEvent.VK_V);
        settled();
        hand.chord(KeyEvent.VK_DOWN);
        hand.chord(KeyEvent.VK_ENTER);
        boolean dark = page.becomes("document.documentElement.dataset.theme === 'dark'", SOON);
        settled();
        return dark;
    }

    private boolean largerText() throws Exception {
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_PLUS);
        boolean larger = page.becomes("document.documentElement.dataset.scale > 1", SOON);
        settled();
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_0);
        return larger && page.becomes("document.documentElement.dataset.scale == 1", SOON);
    }

    /** A token of the left column of an experiment, both counted from 0. */
    private static String query(int experiment, int token) {
        return "document.querySelectorAll('section.experiment')["
                + experiment
                + "].querySelectorAll('button.token[data-side=\"query\"]')["
                + token
                + "]";
    }

    /** Where an element of the page stands on the screen. */
    private Rectangle onScreen(String element) throws InterruptedException, TimeoutException {
        String[] numbers =
                page.value(
                                "(box => [box.x, box.y, box.width, box.height].map(Math.round)"
                                        + ".join(' '))("
                                        + element
                                        + ".getBoundingClientRect())",
                                SOON)
                        .replace("\"", "")
                        .split(" ");
        Rectangle view = Hand.place(frame.page().orElseThrow().component());
        return new Rectangle(
                view.x + Integer.parseInt(numbers[0]),
                view.y + Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]));
    }

    /** Clicks and waits for the caret, as a person does before typing. */
    private void clickEditor() throws Exception {
        hand.click(editor());
        waitFor(() -> editor().isFocusOwner() && !frame.pageHasKeyboard());
    }

    private JTextComponent editor() {
        return (JTextComponent) named("answer-" + firstQuestion());
    }

    private String firstQuestion() {
        return frame.lesson().questions().get(0).id();
    }

    private String label(String name) {
        return ((JLabel) named(name)).getText();
    }

    private Component named(String name) {
        return Named.in(frame.window(), name).orElseThrow();
    }

    /** Gives what was done time to be painted, before the photograph. */
    private static boolean settled() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(400);
        return true;
    }

    /** A fact that becomes true by itself. */
    private interface Fact {
        boolean holds() throws Exception;
    }

    private static boolean waitFor(Fact fact) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (fact.holds()) {
                    return true;
                }
            } catch (NoSuchElementException notThereYet) {
                LOG.log(Level.FINE, "Waiting", notThereYet);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }
}
