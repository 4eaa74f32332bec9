package loupe.shell.browser;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Map;
import javax.swing.KeyStroke;
import org.cef.browser.CefBrowser;
import org.cef.handler.CefKeyboardHandlerAdapter;
import org.cef.misc.BoolRef;
import org.cef.misc.EventFlags;

/**
 * Offers keys to the window's menus first, since Swing does not see what is typed into the page.
 */
final class PageKeys extends CefKeyboardHandlerAdapter {

    /** Where Windows key codes, which Chromium uses everywhere, are not Java's. */
    private static final Map<Integer, Integer> TO_JAVA =
            Map.of(
                    187, KeyEvent.VK_EQUALS,
                    188, KeyEvent.VK_COMMA,
                    189, KeyEvent.VK_MINUS,
                    190, KeyEvent.VK_PERIOD,
                    107, KeyEvent.VK_ADD,
                    109, KeyEvent.VK_SUBTRACT,
                    13, KeyEvent.VK_ENTER);

    private final PageEvents events;

    PageKeys(PageEvents events) {
        this.events = events;
    }

    @Override
    public boolean onPreKeyEvent(CefBrowser browser, CefKeyEvent event, BoolRef shortcut) {
        if (event.type != CefKeyEvent.EventType.KEYEVENT_RAWKEYDOWN) {
            return false;
        }
        return events.pressed(
                KeyStroke.getKeyStroke(
                        TO_JAVA.getOrDefault(event.windows_key_code, event.windows_key_code),
                        modifiers(event.modifiers)));
    }

    private static int modifiers(int flags) {
        int modifiers = 0;
        if ((flags & EventFlags.EVENTFLAG_CONTROL_DOWN) != 0) {
            modifiers |= InputEvent.CTRL_DOWN_MASK;
        }
        if ((flags & EventFlags.EVENTFLAG_SHIFT_DOWN) != 0) {
            modifiers |= InputEvent.SHIFT_DOWN_MASK;
        }
        if ((flags & EventFlags.EVENTFLAG_ALT_DOWN) != 0) {
            modifiers |= InputEvent.ALT_DOWN_MASK;
        }
        if ((flags & EventFlags.EVENTFLAG_COMMAND_DOWN) != 0) {
            modifiers |= InputEvent.META_DOWN_MASK;
        }
        return modifiers;
    }
}
