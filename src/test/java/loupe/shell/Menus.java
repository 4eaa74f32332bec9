package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.JMenuItem;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import loupe.tour.Hand;

/** The menus as a person at the keyboard uses them: opened by a letter, gone down with an eye. */
final class Menus {

    private static final int MOST = 30;

    private Menus() {}

    /**
     * Opens a menu and presses Enter on one of its entries.
     *
     * @param letter the key that opens it together with Alt
     */
    static void choose(Hand hand, int letter, String entry) throws Exception {
        hand.chord(KeyEvent.VK_ALT, letter);
        assertTrue(becomes(() -> !selected().isEmpty()), "no menu opened");
        for (int i = 0; i < MOST && !here().equals(entry); i++) {
            String before = here();
            hand.chord(KeyEvent.VK_DOWN);
            // A menu that has just opened may not hear the first one: a person presses again.
            becomes(() -> !selected().equals(before), Duration.ofSeconds(2));
        }
        assertEquals(entry, here());
        hand.chord(KeyEvent.VK_ENTER);
        assertTrue(becomes(() -> selected().isEmpty()), "the menu is still open");
    }

    private static String here() throws Exception {
        return onEventThread(Menus::selected);
    }

    /** The entry of the open menu that Enter would choose; empty while none is open. */
    private static String selected() {
        MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
        if (path.length == 0) {
            return "";
        }
        return path[path.length - 1] instanceof JMenuItem item ? item.getText() : "the menu";
    }
}
