package loupe.shell;

import static loupe.shell.OpenFrame.PATIENCE;
import static loupe.shell.OpenFrame.becomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JLabel;
import loupe.tour.Hand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java cell in the window, with real keys: it is changed, run, left and found again. */
@Tag("hand")
class CellTest {
    private static final String FIELD = "document.querySelector('#twice textarea')";
    private static final String LESSON =
            """
            ---
            schema: 1
            id: %s
            title: Java
            lang: en
            ---

            ```java cell {#base setup}
            int base = 20;
            ```

            ```java cell {#twice}
            System.out.println(2 * base);
            ```

            :::writeup{#why evidence=twice}
            Why?
            :::
            """;

    @TempDir Path folder;

    private Path course() throws Exception {
        Path course = Files.createDirectories(folder.resolve("course"));
        Files.writeString(
                course.resolve("course.yaml"),
                "schema: 1\nid: cells\ntitle: Cells\nlessons: [one, two]\n");
        for (String each : new String[] {"one", "two"}) {
            Path lesson = Files.createDirectories(course.resolve(each)).resolve("lesson.md");
            Files.writeString(lesson, LESSON.formatted(each));
        }
        return course;
    }

    /** Clicks behind the last letter of the cell, and waits for the caret. */
    private static void clickInto(OpenFrame open, Hand hand) throws Exception {
        assertTrue(open.probe.becomes(FIELD + " !== null", PATIENCE));
        Point point =
                open.probe
                        .value(
                                "(() => { "
                                        + FIELD
                                        + ".scrollIntoView({block: 'center'}); const box = "
                                        + FIELD
                                        + ".getBoundingClientRect();"
                                        + " return Math.round(box.right - 20) + ',' +"
                                        + " Math.round(box.bottom - 16); })()",
                                PATIENCE)
                        .transform(CellTest::point);
        Rectangle page = open.pagePlace();
        hand.click(page.x + point.x, page.y + point.y);
        assertTrue(
                open.probe.becomes(
                        "document.hasFocus() && document.activeElement === " + FIELD, PATIENCE));
    }

    private static Point point(String json) {
        String[] numbers = json.replace("\"", "").split(",");
        return new Point(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private static void shows(OpenFrame open, String code) throws Exception {
        assertTrue(
                open.probe.becomes(FIELD + "?.value === '" + code + "'", PATIENCE),
                () -> "there stands " + now(open));
    }

    private static String now(OpenFrame open) {
        try {
            return open.probe.value(FIELD + "?.value", PATIENCE);
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static void prints(OpenFrame open, String text) throws Exception {
        assertTrue(
                open.probe.becomes(
                        "document.querySelector('#twice .cell-output').textContent.trim() === '"
                                + text
                                + "'",
                        PATIENCE));
    }

    @Test
    void whatIsChangedRunsIsSavedAndIsThereAgain() throws Exception {
        String written = "System.out.println(2 * base);";
        try (OpenFrame open = new OpenFrame(folder, course())) {
            Hand hand = new Hand();
            clickInto(open, hand);
            hand.chord(KeyEvent.VK_LEFT);
            hand.chord(KeyEvent.VK_LEFT);
            hand.type(" - 1");
            shows(open, "System.out.println(2 * base - 1);");
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
            prints(open, "39");
            JLabel saved = (JLabel) open.named("status-saved");
            assertTrue(becomes(() -> saved.getText().startsWith("Saved ")), saved.getText());
            OpenFrame.onEventThread(
                    () -> {
                        open.frame.step(1);
                        return true;
                    });
            assertTrue(
                    open.probe.becomes(
                            "document.querySelector('main').dataset.lesson === 'two'", PATIENCE));
            shows(open, written);
        }
        try (OpenFrame open = new OpenFrame(folder, course())) {
            OpenFrame.onEventThread(
                    () -> {
                        open.frame.step(-1);
                        return true;
                    });
            assertTrue(
                    open.probe.becomes(
                            "document.querySelector('main').dataset.lesson === 'one'", PATIENCE));
            shows(open, "System.out.println(2 * base - 1);");
            open.probe.value(
                    "(document.querySelector('#twice .panel-menu button:last-child').click(), 1)",
                    PATIENCE);
            shows(open, written);
            Hand hand = new Hand();
            clickInto(open, hand);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            shows(open, "System.out.println(2 * base - 1);");
        }
    }

    @Test
    void itCanBeAttachedToAnAnswer() throws Exception {
        try (OpenFrame open = new OpenFrame(folder, course())) {
            Hand hand = new Hand();
            clickInto(open, hand);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
            prints(open, "40");
            open.probe.value("(document.querySelector('#twice .attach').click(), 1)", PATIENCE);
            assertTrue(
                    becomes(
                            () ->
                                    open.editor("why")
                                            .getText()
                                            .startsWith("![Java code, 1 line](evidence:")),
                    () -> open.editor("why").getText());
            assertEquals(
                    Optional.empty(),
                    open.answers().unsaved().keySet().stream()
                            .filter(key -> key.question().equals("twice"))
                            .findFirst());
        }
    }
}
