package loupe.shell;

import static loupe.shell.OpenFrame.PATIENCE;
import static loupe.shell.OpenFrame.becomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import loupe.tour.Hand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the keyboard, page or editor, tried with real mouse and key events. */
@Tag("hand")
class KeyboardTest {

    /** Puts a field into the page that shows what is typed there. */
    private static final String FIELD =
            """
            (() => {
              const field = document.createElement('textarea');
              field.id = 'typed';
              field.rows = 8;
              field.cols = 60;
              document.querySelector('main').prepend(field);
              return field.getBoundingClientRect().y;
            })()""";

    @TempDir static Path folder;

    private OpenFrame open;
    private Hand hand;
    private int clicks;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenFrame(folder.resolve(Long.toString(System.nanoTime())));
        hand = new Hand();
        open.probe.value(FIELD, PATIENCE);
    }

    @AfterEach
    void closeTheWindow() {
        open.close();
    }

    /** Clicks into the field of the page, never twice at one place, which would select a word. */
    private void clickField() throws Exception {
        clicks++;
        String[] at =
                open.probe
                        .value(
                                "(b => Math.round(b.x + "
                                        + (20 * clicks)
                                        + ") + ' ' + Math.round(b.y + 40))"
                                        + "(document.getElementById('typed')"
                                        + ".getBoundingClientRect())",
                                PATIENCE)
                        .replace("\"", "")
                        .split(" ");
        Rectangle page = open.pagePlace();
        hand.click(page.x + Integer.parseInt(at[0]), page.y + Integer.parseInt(at[1]));
        assertTrue(
                open.probe.becomes(
                        "document.hasFocus() && document.activeElement.id === 'typed'", PATIENCE));
        assertTrue(becomes(open.frame::pageHasKeyboard));
    }

    private String inPage() throws Exception {
        return open.probe.value("document.getElementById('typed').value", PATIENCE);
    }

    private boolean isInPage(String text) throws InterruptedException {
        return open.probe.becomes(
                "document.getElementById('typed').value === '" + text + "'", PATIENCE);
    }

    private boolean isInEditor(String text) throws Exception {
        return becomes(() -> open.editor("first").getText().equals(text));
    }

    @Test
    void whatIsTypedGoesWhereTheClickWentToAndFro() throws Exception {
        clickField();
        hand.type("one");
        assertTrue(isInPage("one"), inPage());
        open.clickEditor(hand, "first");
        hand.type("two");
        assertTrue(isInEditor("two"), open.editor("first").getText());
        clickField();
        hand.type(" three");
        assertTrue(isInPage("one three"), inPage());
        open.clickEditor(hand, "first");
        hand.type(" four");
        assertTrue(isInEditor("two four"), open.editor("first").getText());
        assertEquals("\"one three\"", inPage());
    }

    @Test
    void aClickThatLostTheKeyboardToTheWindowGetsItBack() throws Exception {
        clickField();
        hand.type("one");
        assertTrue(isInPage("one"), inPage());
        SwingUtilities.invokeAndWait(open.frame.window()::requestFocus);
        assertTrue(settles(open.frame.window()::isFocused, "!document.hasFocus()"));
        open.probe.value("(fetch('/page/keyboard', {method: 'POST', body: '{}'}), 1)", PATIENCE);
        assertTrue(settles(open.frame::pageHasKeyboard, "document.hasFocus()"));
        hand.type("two");
        assertTrue(isInPage("onetwo"), inPage());
    }

    /** The keyboard goes to and fro for a moment; the page asks only after that (keyboard.js). */
    private boolean settles(Callable<Boolean> inWindow, String inPage) throws Exception {
        int calm = 0;
        for (int i = 0; i < 100 && calm < 5; i++) {
            boolean now =
                    becomes(inWindow, Duration.ofMillis(40))
                            && open.probe.becomes(inPage, Duration.ofMillis(200));
            calm = now ? calm + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(30);
        }
        return calm == 5;
    }

    @Test
    void shortcutsOfTheMenuWorkWhileThePageHasTheKeyboard() throws Exception {
        clickField();
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        assertTrue(becomes(() -> !open.named("contents").isShowing()));
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_EQUALS);
        assertTrue(open.probe.becomes("document.documentElement.dataset.scale == 1.1", PATIENCE));
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        assertTrue(open.quit.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void f6GoesRoundTheThreeColumns() throws Exception {
        open.clickEditor(hand, "first");
        assertTrue(becomes(() -> open.editor("first").isFocusOwner()));
        hand.chord(KeyEvent.VK_F6);
        assertTrue(becomes(() -> open.named("contents").isFocusOwner()));
        hand.chord(KeyEvent.VK_F6);
        assertTrue(open.probe.becomes("document.hasFocus()", PATIENCE));
        hand.chord(KeyEvent.VK_F6);
        assertTrue(
                becomes(
                        () ->
                                open.editor("first").isFocusOwner()
                                        && !open.frame.pageHasKeyboard()));
        hand.type("abc");
        assertTrue(isInEditor("abc"), open.editor("first").getText());
    }

    @Test
    void theWriteButtonOfAQuestionPutsTheKeyboardIntoItsAnswer() throws Exception {
        clickField();
        open.probe.value("(document.querySelector('#q-second button.write').click(), 1)", PATIENCE);
        assertTrue(
                becomes(
                        () ->
                                open.editor("second").isFocusOwner()
                                        && !open.frame.pageHasKeyboard()));
        hand.type("here");
        assertTrue(becomes(() -> open.editor("second").getText().equals("here")));
    }

    @Test
    void tabLeavesAnEditorForTheNextThing() throws Exception {
        open.write(hand, "first", "a");
        hand.chord(KeyEvent.VK_TAB);
        assertTrue(becomes(() -> !open.editor("first").isFocusOwner()));
        assertEquals("a", open.editor("first").getText());
    }

    @Test
    void aWindowThatIsGoneNoLongerMindsTheKeyboard() throws Exception {
        KeyboardFocusManager keyboard = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        int with = keyboard.getPropertyChangeListeners("focusOwner").length;
        open.frame.page().orElseThrow().focus();
        open.close();
        assertTrue(
                becomes(
                        () ->
                                keyboard.getPropertyChangeListeners("focusOwner").length
                                        == with - 1));
        assertFalse(open.frame.pageHasKeyboard());
        openTheWindow();
        open.write(hand, "first", "here");
    }
}
