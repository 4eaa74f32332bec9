package loupe.shell;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JSplitPane;

/**
 * The three columns of the window, contents, lesson and writeup: their widths, what is folded away,
 * and the window's own place, all remembered. On a narrow window the writeup goes below.
 */
final class Columns {

    private static final int NARROW = 1000;
    private static final int CONTENTS = 220;
    private static final int WRITEUP = 360;
    private static final int WRITEUP_BELOW = 280;

    private final Settings settings;
    private final JFrame frame;
    private final JComponent contents;
    private final JComponent writeup;
    private final JSplitPane outer = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true);
    private final JSplitPane inner = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true);
    private boolean placed;
    private boolean focused;

    Columns(
            JFrame frame,
            Settings settings,
            JComponent contents,
            JComponent lesson,
            JComponent writeup) {
        this.frame = frame;
        this.settings = settings;
        this.contents = contents;
        this.writeup = writeup;
        lesson.setMinimumSize(new Dimension(320, 200));
        inner.setLeftComponent(lesson);
        inner.setRightComponent(writeup);
        inner.setResizeWeight(1);
        inner.setBorder(BorderFactory.createEmptyBorder());
        outer.setLeftComponent(contents);
        outer.setRightComponent(inner);
        outer.setBorder(BorderFactory.createEmptyBorder());
        for (JSplitPane split : new JSplitPane[] {inner, outer}) {
            split.setDividerSize(5);
            split.addPropertyChangeListener(
                    JSplitPane.DIVIDER_LOCATION_PROPERTY, moved -> remember());
        }
        contents.setVisible(settings.get("contents", "shown").equals("shown"));
        writeup.setVisible(settings.get("writeup", "shown").equals("shown"));
        placeWindow();
        frame.addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        fit();
                        remember();
                    }

                    @Override
                    public void componentMoved(ComponentEvent event) {
                        remember();
                    }
                });
    }

    JComponent component() {
        return outer;
    }

    private void placeWindow() {
        Rectangle screen = frame.getGraphicsConfiguration().getBounds();
        int width = settings.get("width", Math.min(1400, screen.width), 480, 20_000);
        int height = settings.get("height", Math.min(900, screen.height), 360, 20_000);
        frame.setSize(Math.min(width, screen.width), Math.min(height, screen.height));
        frame.setLocation(
                settings.get("x", (screen.width - frame.getWidth()) / 2, -100, screen.width - 100),
                settings.get("y", (screen.height - frame.getHeight()) / 2, 0, screen.height - 100));
        if (settings.get("maximised", "no").equals("yes")) {
            frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
        }
    }

    /** Puts the dividers where they were, once the window has its size. */
    void place() {
        fit();
        outer.setDividerLocation(settings.get("contents-width", CONTENTS, 60, 2000));
        placeWriteup();
        placed = true;
    }

    private void placeWriteup() {
        boolean beside = inner.getOrientation() == JSplitPane.HORIZONTAL_SPLIT;
        int all = beside ? innerWidth() : inner.getHeight();
        int size =
                beside
                        ? settings.get("writeup-width", WRITEUP, 60, 4000)
                        : settings.get("writeup-height", WRITEUP_BELOW, 60, 4000);
        if (all > 0) {
            inner.setDividerLocation(Math.max(0, all - size - inner.getDividerSize()));
        }
    }

    /** Before the first layout the inner pane does not know its width yet, but it follows. */
    private int innerWidth() {
        int left = contents.isVisible() ? outer.getDividerLocation() + outer.getDividerSize() : 0;
        return outer.getWidth() - left;
    }

    private void fit() {
        int wanted =
                frame.getWidth() < NARROW ? JSplitPane.VERTICAL_SPLIT : JSplitPane.HORIZONTAL_SPLIT;
        if (inner.getOrientation() != wanted) {
            boolean was = placed;
            placed = false;
            inner.setOrientation(wanted);
            outer.validate();
            placeWriteup();
            placed = was;
        }
    }

    void toggleContents() {
        toggle(contents, "contents");
    }

    void toggleWriteup() {
        toggle(writeup, "writeup");
    }

    void showWriteup() {
        if (!writeup.isVisible()) {
            toggleWriteup();
        }
    }

    /** Gives half the window to the writeup and hides the contents, or puts all back. */
    void focus(boolean on) {
        boolean was = placed;
        placed = false;
        contents.setVisible(!on && settings.get("contents", "shown").equals("shown"));
        writeup.setVisible(on || settings.get("writeup", "shown").equals("shown"));
        outer.setDividerLocation(settings.get("contents-width", CONTENTS, 60, 2000));
        outer.validate();
        if (on) {
            inner.setDividerLocation(0.5);
        } else {
            placeWriteup();
        }
        focused = on;
        placed = was;
    }

    private void toggle(JComponent side, String name) {
        boolean was = placed;
        placed = false;
        side.setVisible(!side.isVisible());
        settings.put(name, side.isVisible() ? "shown" : "hidden");
        outer.setDividerLocation(settings.get("contents-width", CONTENTS, 60, 2000));
        outer.validate();
        placeWriteup();
        placed = was;
    }

    private void remember() {
        if (!placed || focused) {
            return;
        }
        boolean maximised = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) != 0;
        settings.put("maximised", maximised ? "yes" : "no");
        if (!maximised) {
            settings.put("x", frame.getX());
            settings.put("y", frame.getY());
            settings.put("width", frame.getWidth());
            settings.put("height", frame.getHeight());
        }
        if (contents.isVisible()) {
            settings.put("contents-width", outer.getDividerLocation());
        }
        if (writeup.isVisible()) {
            boolean beside = inner.getOrientation() == JSplitPane.HORIZONTAL_SPLIT;
            int all = beside ? inner.getWidth() : inner.getHeight();
            int size = all - inner.getDividerLocation() - inner.getDividerSize();
            settings.put(beside ? "writeup-width" : "writeup-height", size);
        }
    }
}
