package loupe.shell.writeup;

import com.formdev.flatlaf.ui.FlatTextBorder;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import loupe.shell.look.Look;

/** The text field of an answer: wraps, grows with its text, and says what it is for while empty. */
final class Editor extends JTextArea {

    private static final long serialVersionUID = 1L;

    private static final String INVITATION = "Write here. It is saved as you type.";

    private Color faint = Color.GRAY;
    private boolean filling;

    /**
     * @param text what is written in it
     * @param past asked for the version before or after this session's first text
     */
    Editor(LongText text, int lines, Consumer<Boolean> past) {
        super(text);
        setRows(lines);
        setLineWrap(true);
        setWrapStyleWord(true);
        // Tab leaves the editor, as it leaves every other field: the keyboard is never caught.
        setFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
                Set.of(KeyStroke.getKeyStroke("pressed TAB")));
        setFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS,
                Set.of(KeyStroke.getKeyStroke("shift pressed TAB")));
        Undo.in(this, past);
        addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        repaint(); // the ring in the border, which Swing leaves as it was
                    }

                    @Override
                    public void focusLost(FocusEvent event) {
                        repaint();
                    }
                });
    }

    /**
     * Puts a text in and the caret before it. Nobody went there, so it is not brought into sight.
     */
    void fill(String text) {
        filling = !isFocusOwner();
        setText(text);
        setCaretPosition(0);
        SwingUtilities.invokeLater(() -> filling = false); // after the caret, which is as late
    }

    @Override
    public void scrollRectToVisible(Rectangle place) {
        if (!filling) {
            super.scrollRectToVisible(place);
        }
    }

    void restyle(Look look) {
        faint = look.colour("text-muted");
        setFont(look.font(Look.TEXT));
        // The border reads the theme when it is made.
        setBorder(
                BorderFactory.createCompoundBorder(
                        new FlatTextBorder(), BorderFactory.createEmptyBorder(4, 6, 4, 6)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (getDocument().getLength() == 0) {
            Graphics2D pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(faint);
            pen.setFont(getFont());
            Insets insets = getInsets();
            pen.drawString(INVITATION, insets.left, insets.top + pen.getFontMetrics().getAscent());
            pen.dispose();
        }
    }
}
