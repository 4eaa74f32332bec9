package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Window;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

/**
 * A small window that asks for something: the keyboard begins at what is asked for and not at a
 * button, Enter says yes, Escape cancels.
 */
final class Inquiry extends JOptionPane {

    private static final long serialVersionUID = 1L;

    private static final int LEAST_WIDTH = 320;

    private final JComponent first;

    /**
     * @param first what has the keyboard at the beginning
     * @param yes what the button says that takes what was given
     */
    Inquiry(JComponent content, JComponent first, String yes) {
        super(
                atLeastSoWide(content),
                PLAIN_MESSAGE,
                DEFAULT_OPTION,
                null,
                new Object[] {yes, "Cancel"},
                yes);
        this.first = first;
    }

    private static JComponent atLeastSoWide(JComponent content) {
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(Box.createHorizontalStrut(LEAST_WIDTH), BorderLayout.NORTH);
        panel.add(content, BorderLayout.CENTER);
        return panel;
    }

    /** Swing calls this when the window has the keyboard, and would give it to the button. */
    @Override
    public void selectInitialValue() {
        super.selectInitialValue();
        first.requestFocusInWindow();
    }

    /** The answer is yes: as if its button were pressed. */
    void take() {
        setValue(getOptions()[0]);
    }

    /**
     * Asks, and waits for the answer on the event thread.
     *
     * @param owner the window it stands before, or null where there is none yet
     */
    boolean isAnswered(Window owner, String title) {
        JDialog dialog = createDialog(owner, title);
        dialog.setVisible(true);
        dialog.dispose();
        return getOptions()[0].equals(getValue());
    }
}
