package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerPlace;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.shell.writeup.Persons;
import loupe.tour.Hand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The people who write here, chosen with the keyboard alone: real keys, and no click.
 *
 * <pre>
 *   Ada (the first)   Bob   Cleo   Somebody new…
 * </pre>
 */
@Tag("hand")
@Timeout(180)
class PeopleTest {
    @TempDir Path folder;

    private Hand hand;
    private OpenFrame open;
    private List<Profile> people;

    @BeforeEach
    void letThreePeopleWrite() throws Exception {
        hand = new Hand();
        Profiles profiles = new Profiles(new AnswerPlace(folder, folder.resolve("copies")));
        profiles.change(profiles.all().get(0), "Ada", "1815");
        profiles.add("Bob", "");
        profiles.add("Cleo", "");
        people = profiles.all();
    }

    @AfterEach
    void closeEverything() throws Exception {
        Dialogs.closeAll();
        if (open != null) {
            open.close();
        }
    }

    private static Component keyboard() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    private static boolean isAt(String words) throws Exception {
        return becomes(() -> keyboard() instanceof AbstractButton at && at.getText().equals(words));
    }

    /** The list, once it has the keyboard by itself. */
    private static JList<?> list() throws Exception {
        assertTrue(becomes(() -> Dialogs.find("people").isPresent()), "no people are shown");
        JList<?> list = (JList<?>) Dialogs.find("people").orElseThrow();
        assertTrue(becomes(list::isFocusOwner), () -> "the keyboard is at " + keyboard());
        return list;
    }

    private void presses(JList<?> list, int key, int goesTo) throws Exception {
        hand.chord(key);
        assertTrue(
                becomes(() -> list.getSelectedIndex() == goesTo),
                () -> "at " + list.getSelectedIndex() + ", keyboard at " + keyboard());
    }

    private void start() throws Exception {
        open = new OpenFrame(folder);
        open.write(hand, "first", "mine");
    }

    /** Course, Switch person…, as the keyboard finds it. */
    private void openFromTheMenu() throws Exception {
        Menus.choose(hand, KeyEvent.VK_C, "Switch person…");
    }

    /** What a window manager does, which the tests' display has none of. */
    private void backToTheWindow() throws Exception {
        assertTrue(becomes(() -> Dialogs.find("people").isEmpty()));
        onEventThread(
                () -> {
                    open.frame.window().toFront();
                    open.frame.window().getMostRecentFocusOwner().requestFocus();
                    return true;
                });
        assertTrue(becomes(() -> open.frame.window().isFocused()));
    }

    private boolean titleEnds(String words) throws Exception {
        return becomes(() -> open.frame.window().getTitle().endsWith(words));
    }

    @Test
    void arrowsHomeAndEndGoThroughThePeopleAndEnterSwitches() throws Exception {
        start();
        openFromTheMenu();
        JList<?> list = list();
        assertEquals(0, list.getSelectedIndex());
        presses(list, KeyEvent.VK_DOWN, 1);
        presses(list, KeyEvent.VK_END, 3);
        presses(list, KeyEvent.VK_HOME, 0);
        presses(list, KeyEvent.VK_END, 3);
        presses(list, KeyEvent.VK_UP, 2);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(titleEnds("· Cleo"), open.frame.window().getTitle());
        assertTrue(becomes(() -> open.editor("first").getText().isEmpty()));
        backToTheWindow();
        openFromTheMenu();
        list = list();
        assertEquals(2, list.getSelectedIndex());
        presses(list, KeyEvent.VK_HOME, 0);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(titleEnds("· Ada · 1815"), open.frame.window().getTitle());
        assertTrue(becomes(() -> open.editor("first").getText().equals("mine")));
    }

    @Test
    void tabGoesToTheButtonsAndEscapeLeavesEverythingAsItWas() throws Exception {
        start();
        openFromTheMenu();
        JList<?> list = list();
        presses(list, KeyEvent.VK_DOWN, 1);
        hand.chord(KeyEvent.VK_TAB);
        assertTrue(isAt("Switch"), () -> "the keyboard is at " + keyboard());
        hand.chord(KeyEvent.VK_TAB);
        assertTrue(isAt("Cancel"), () -> "the keyboard is at " + keyboard());
        hand.chord(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        assertTrue(isAt("Switch"), () -> "the keyboard is at " + keyboard());
        hand.chord(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        assertTrue(becomes(list::isFocusOwner), () -> "the keyboard is at " + keyboard());
        assertEquals(1, list.getSelectedIndex());
        hand.chord(KeyEvent.VK_ESCAPE);
        backToTheWindow();
        assertTrue(titleEnds("· Ada · 1815"), open.frame.window().getTitle());
        assertTrue(becomes(() -> open.editor("first").isFocusOwner()));
        OpenFrame.type(hand, open.editor("first"), " still");
        assertEquals("mine still", open.editor("first").getText());
    }

    @Test
    void somebodyNewIsAddedWithoutAClick() throws Exception {
        start();
        openFromTheMenu();
        presses(list(), KeyEvent.VK_END, 3);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(() -> keyboard() instanceof JTextField), () -> "at " + keyboard());
        JTextField name = (JTextField) keyboard();
        assertEquals("person-name", name.getName());
        OpenFrame.type(hand, name, "Dan");
        hand.chord(KeyEvent.VK_TAB);
        assertTrue(becomes(() -> keyboard() != name && keyboard() instanceof JTextField));
        OpenFrame.type(hand, (JTextField) keyboard(), "7");
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(titleEnds("· Dan · 7"), open.frame.window().getTitle());
    }

    @Test
    void somebodyNewWithoutANameIsAskedForOne() throws Exception {
        start();
        openFromTheMenu();
        presses(list(), KeyEvent.VK_END, 3);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(() -> keyboard() instanceof JTextField), () -> "at " + keyboard());
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(() -> Dialogs.find("person-wanted").isPresent()), "nothing was asked");
        assertTrue(becomes(() -> keyboard() instanceof JTextField), () -> "at " + keyboard());
        OpenFrame.type(hand, (JTextField) keyboard(), "Dan");
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(titleEnds("· Dan"), open.frame.window().getTitle());
        assertEquals(
                4, new Profiles(new AnswerPlace(folder, folder.resolve("copies"))).all().size());
    }

    @Test
    void theListAlsoHearsTheKeyboardWhereThePageHadIt() throws Exception {
        start();
        java.awt.Rectangle page = open.pagePlace();
        hand.click(page.x + page.width / 2, page.y + page.height / 2);
        assertTrue(becomes(() -> open.frame.pageHasKeyboard()));
        SwingUtilities.invokeLater(open.frame.writeups().persons()::switchPerson);
        JList<?> list = list();
        presses(list, KeyEvent.VK_END, 3);
        presses(list, KeyEvent.VK_HOME, 0);
        hand.chord(KeyEvent.VK_ESCAPE);
        assertTrue(becomes(() -> Dialogs.find("people").isEmpty()));
    }

    @Test
    void atTheStartAPersonIsChosenWithTheKeyboardAlone() throws Exception {
        CompletableFuture<Optional<Profile>> chosen = new CompletableFuture<>();
        SwingUtilities.invokeLater(() -> chosen.complete(Persons.ask(people)));
        JList<?> list = list();
        presses(list, KeyEvent.VK_END, 2);
        presses(list, KeyEvent.VK_UP, 1);
        presses(list, KeyEvent.VK_HOME, 0);
        presses(list, KeyEvent.VK_DOWN, 1);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(chosen::isDone));
        assertEquals("Bob", chosen.join().orElseThrow().name());
        CompletableFuture<Optional<Profile>> left = new CompletableFuture<>();
        SwingUtilities.invokeLater(() -> left.complete(Persons.ask(people)));
        list();
        hand.chord(KeyEvent.VK_ESCAPE);
        assertTrue(becomes(left::isDone));
        assertTrue(left.join().isEmpty());
    }

    @Test
    void whoComesAfterSomebodyWhoHasFinishedIsAskedAndWritesInNobodysPlace() throws Exception {
        start();
        open.click(hand, "hand-in");
        Component go = Dialogs.shown("hand-in-go");
        assertTrue(becomes(go::isEnabled));
        hand.click(go);
        Dialogs.shown("hand-in-receipt");
        Dialogs.click(hand, "Close");
        SwingUtilities.invokeLater(open.frame.writeups().persons()::finish);
        Dialogs.click(hand, "Remove my work");
        Dialogs.click(hand, "OK");
        JList<?> list = list();
        assertEquals(3, list.getModel().getSize());
        assertEquals("Somebody new…", list.getSelectedValue());
        presses(list, KeyEvent.VK_UP, 1);
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(() -> Dialogs.find("people").isEmpty()));
        assertTrue(titleEnds("Cleo"), open.frame.window().getTitle());
        assertTrue(becomes(() -> open.editor("first").getText().isEmpty()));
    }
}
