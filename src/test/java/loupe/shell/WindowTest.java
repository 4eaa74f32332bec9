package loupe.shell;

import static loupe.shell.OpenFrame.PATIENCE;
import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import loupe.tour.Hand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window keeps from one time to the next, and what it says when something is wrong. */
@Tag("hand")
class WindowTest {

    @TempDir Path folder;

    @Test
    void whatWasTypedIsSavedSaidAndThereAgain() throws Exception {
        try (OpenFrame open = new OpenFrame(folder)) {
            Hand hand = new Hand();
            open.write(hand, "first", "Lines and tokens");
            JLabel saved = (JLabel) open.named("status-saved");
            assertTrue(becomes(() -> saved.getText().startsWith("Saved ")), saved.getText());
        }
        try (OpenFrame open = new OpenFrame(folder)) {
            assertTrue(becomes(() -> open.editor("first").getText().equals("Lines and tokens")));
            assertEquals("", open.editor("second").getText());
        }
    }

    @Test
    void sizeSplitsThemeTextSizeAndScrollPositionComeBack() throws Exception {
        Rectangle wanted = new Rectangle(20, 30, 1100, 700);
        int contents;
        try (OpenFrame open = new OpenFrame(folder)) {
            open.probe.value(
                    "(document.querySelector('main').append("
                            + "Object.assign(document.createElement('pre'),"
                            + " {textContent: '\\n'.repeat(200)})), 1)",
                    PATIENCE);
            onEventThread(
                    () -> {
                        open.frame.window().setBounds(wanted);
                        open.frame.appearance().choose("dark");
                        open.frame.appearance().larger();
                        return true;
                    });
            open.probe.value("(window.scrollTo(0, 300), 1)", PATIENCE);
            assertTrue(becomes(() -> open.frame.window().getBounds().equals(wanted)));
            assertTrue(waitForSetting("scroll.one=300"), () -> "settings: " + settings());
            contents = onEventThread(() -> open.named("contents").getWidth());
        }
        assertTrue(settings().contains("theme=dark"), settings());
        assertTrue(settings().contains("text-size=110"), settings());
        try (OpenFrame open = new OpenFrame(folder)) {
            assertEquals(wanted, onEventThread(() -> open.frame.window().getBounds()));
            assertEquals(contents, onEventThread(() -> open.named("contents").getWidth()));
            assertTrue(
                    open.probe.becomes(
                            "document.documentElement.dataset.scroll === '300' &&"
                                    + " document.documentElement.dataset.theme === 'dark'"
                                    + " && document.documentElement.dataset.scale == 1.1",
                            PATIENCE));
        }
    }

    private boolean waitForSetting(String line) throws Exception {
        return becomes(() -> settings().contains(line));
    }

    private String settings() {
        try {
            return Files.readString(folder.resolve("settings.properties"));
        } catch (java.io.IOException none) {
            return none.toString();
        }
    }

    @Test
    void aClickOnTheLessonThatIsOpenGoesToItsTop() throws Exception {
        try (OpenFrame open = new OpenFrame(folder)) {
            open.probe.value(
                    "(document.querySelector('main').append("
                            + "Object.assign(document.createElement('pre'),"
                            + " {textContent: '\\n'.repeat(200)})), window.scrollTo(0, 300), 1)",
                    PATIENCE);
            assertTrue(open.probe.becomes("window.scrollY === 300", PATIENCE));
            Rectangle contents = Hand.place(open.named("contents"));
            new Hand().click(contents.x + 60, contents.y + 12);
            assertTrue(open.probe.becomes("window.scrollY === 0", PATIENCE));
        }
    }

    @Test
    void undoAndRedoWorkInAnAnswer() throws Exception {
        try (OpenFrame open = new OpenFrame(folder)) {
            Hand hand = new Hand();
            JTextComponent editor = open.write(hand, "first", "abc");
            assertEquals("abc", editor.getText());
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            assertTrue(becomes(() -> editor.getText().equals("ab")), editor.getText());
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
            assertTrue(becomes(() -> editor.getText().equals("abc")), editor.getText());
        }
    }

    @Test
    void withoutChromiumTheSentenceStandsInTheLessonsPlaceAndOneCanWrite() throws Exception {
        try (OpenFrame open = new OpenFrame(folder)) {
            onEventThread(
                    () -> {
                        open.frame.cannotBrowse("Chromium did not start. Do this.");
                        return true;
                    });
            JTextComponent sentence = (JTextComponent) open.named("lesson-sentence");
            assertTrue(becomes(sentence::isShowing));
            assertEquals("Chromium did not start. Do this.", sentence.getText());
            Hand hand = new Hand();
            open.write(hand, "first", "still here");
            assertEquals("still here", open.editor("first").getText());
        }
    }

    @Test
    void aDamagedLessonIsAPageThatSaysSo() throws Exception {
        Path course = folder.resolve("course");
        Files.createDirectories(course.resolve("lost"));
        Files.writeString(
                course.resolve("course.yaml"),
                "schema: 1\nid: broken\ntitle: Broken\nlessons: [lost, lost-too]\n");
        Files.write(course.resolve("lost/lesson.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        try (OpenFrame open = new OpenFrame(folder, course)) {
            String text = open.probe.value("document.querySelector('main').innerText", PATIENCE);
            assertTrue(text.contains("UTF-8"), text);
            onEventThread(
                    () -> {
                        open.frame.step(1);
                        return true;
                    });
            assertTrue(
                    open.probe.becomes(
                            "document.querySelector('main').innerText.includes('lost-too')",
                            PATIENCE));
        }
    }
}
