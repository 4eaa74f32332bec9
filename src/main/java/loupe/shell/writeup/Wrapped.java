package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JPanel;

/**
 * Lets wrapped text stand in a row: Swing asks for a height before it has given a width, so the
 * text is asked again at the width it got.
 */
final class Wrapped extends JPanel {

    private static final long serialVersionUID = 1L;

    private final Prose prose;

    Wrapped(Prose prose) {
        super(new BorderLayout());
        this.prose = prose;
        setOpaque(false);
        add(prose);
    }

    @Override
    public Dimension getPreferredSize() {
        if (getWidth() > 0) {
            prose.setSize(getWidth(), Math.max(1, prose.getHeight()));
        }
        return new Dimension(40, prose.getPreferredSize().height);
    }
}
