package loupe.shell.browser;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.KeyStroke;

/**
 * A key stroke as the page writes it: the number a browser has for the key, and a letter for each
 * of control, alt and shift, such as {@code 66c}. Chromium's own keyboard handler is not called for
 * a browser in a Swing window, so the page listens for the window's shortcuts itself.
 */
public final class KeyCode {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(c?)(a?)(s?)");

    /** Java's number of a key to the browser's, where they differ. */
    private static final Map<Integer, Integer> TO_BROWSER =
            Map.of(
                    KeyEvent.VK_EQUALS, 187,
                    KeyEvent.VK_COMMA, 188,
                    KeyEvent.VK_MINUS, 189,
                    KeyEvent.VK_PERIOD, 190,
                    KeyEvent.VK_ENTER, 13);

    private KeyCode() {}

    public static String of(KeyStroke key) {
        int modifiers = key.getModifiers();
        return TO_BROWSER.getOrDefault(key.getKeyCode(), key.getKeyCode())
                + ((modifiers & InputEvent.CTRL_DOWN_MASK) == 0 ? "" : "c")
                + ((modifiers & InputEvent.ALT_DOWN_MASK) == 0 ? "" : "a")
                + ((modifiers & InputEvent.SHIFT_DOWN_MASK) == 0 ? "" : "s");
    }

    /** The key stroke a page has written, if it is one. */
    static Optional<KeyStroke> read(String code) {
        Matcher parts = FORM.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int browser = Integer.parseInt(parts.group(1));
        int java =
                TO_BROWSER.entrySet().stream()
                        .filter(pair -> pair.getValue() == browser)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(browser);
        int modifiers =
                (parts.group(2).isEmpty() ? 0 : InputEvent.CTRL_DOWN_MASK)
                        | (parts.group(3).isEmpty() ? 0 : InputEvent.ALT_DOWN_MASK)
                        | (parts.group(4).isEmpty() ? 0 : InputEvent.SHIFT_DOWN_MASK);
        return Optional.of(KeyStroke.getKeyStroke(java, modifiers));
    }
}
