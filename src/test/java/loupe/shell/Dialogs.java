package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import loupe.tour.Hand;
import loupe.tour.Named;

/**
 * The windows that are open in a test. Their display has no window manager, which would keep a
 * dialog above its window and tell it where it stands.
 */
final class Dialogs {

    private Dialogs() {}

    private static Stream<Window> open() {
        return Arrays.stream(Window.getWindows()).filter(Window::isShowing);
    }

    /** A component that is shown in any of them, if there is one. */
    static Optional<Component> find(String name) {
        return open().map(each -> Named.in(each, name))
                .flatMap(Optional::stream)
                .filter(Component::isShowing)
                .findFirst();
    }

    /** A component of this name, once it is shown, its dialog in front. */
    static Component shown(String name) throws Exception {
        assertTrue(becomes(() -> find(name).isPresent()), name);
        Component found = onEventThread(() -> find(name).orElseThrow());
        inFront(found);
        return found;
    }

    /** Presses a button of a dialog, and waits until it is gone. */
    static void click(Hand hand, String text) throws Exception {
        assertTrue(becomes(() -> button(text).isPresent()), text);
        Component button = onEventThread(() -> button(text).orElseThrow());
        for (int again = 0; again < 5 && onEventThread(button::isShowing); again++) {
            inFront(button);
            hand.click(button); // a dialog that has just come may not hear the first one
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertTrue(becomes(() -> !button.isShowing()), text);
    }

    private static void inFront(Component component) throws Exception {
        onEventThread(
                () -> {
                    if (SwingUtilities.getWindowAncestor(component) instanceof JDialog dialog) {
                        dialog.toFront();
                        dialog.setLocationRelativeTo(dialog.getOwner());
                    }
                    return true;
                });
    }

    private static Optional<JButton> button(String text) {
        return open().filter(Dialog.class::isInstance)
                .map(each -> button(each, text))
                .flatMap(Optional::stream)
                .filter(Component::isShowing)
                .findFirst();
    }

    private static Optional<JButton> button(Container in, String text) {
        for (Component each : in.getComponents()) {
            if (each instanceof JButton button && text.equals(button.getText())) {
                return Optional.of(button);
            }
            Optional<JButton> found =
                    each instanceof Container inside ? button(inside, text) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static void closeAll() throws Exception {
        onEventThread(
                () -> {
                    open().filter(Dialog.class::isInstance).forEach(Window::dispose);
                    return true;
                });
    }
}
