package loupe.shell.look;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** A column in a scroll pane: as wide as the view, as high as its children, scrolled by lines. */
public final class Pile extends JPanel implements Scrollable {

    private static final long serialVersionUID = 1L;

    private static final int LINE = 24;

    public Pile(int gap) {
        super(new Column(gap));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle view, int orientation, int direction) {
        return LINE;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle view, int orientation, int direction) {
        return Math.max(LINE, view.height - LINE);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
