package loupe.shell.browser;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JWindow;

/**
 * A window beyond the edge of all screens, but for one pixel: a page without a window has no
 * process to run it. On the event thread.
 */
final class UnseenWindow {

    private UnseenWindow() {}

    /** Opens one; whoever holds a page in it has to begin that page itself. */
    static JWindow open(Component page, int width, int height) {
        JWindow window = new JWindow();
        window.setFocusableWindowState(false);
        // A dialog that is open, such as the one that prints, would be tied to this window and come
        // loose from its own when this one goes: a click then leaves it behind, and all is blocked.
        window.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
        window.add(page);
        window.setSize(width, height);
        window.setLocation(beyond(width, height));
        window.setVisible(true);
        return window;
    }

    /**
     * One pixel stays on the screen: a page that is nowhere on it gets no frames, and draws
     * nothing.
     */
    private static Point beyond(int width, int height) {
        int left = 0;
        int top = 0;
        for (GraphicsDevice each :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle bounds = each.getDefaultConfiguration().getBounds();
            left = Math.min(left, bounds.x);
            top = Math.min(top, bounds.y);
        }
        return new Point(left - width + 1, top - height + 1);
    }
}
