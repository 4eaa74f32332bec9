package loupe.shell.writeup;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.text.BadLocationException;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import loupe.shell.look.Look;

/** A difference to read: what was added is underlined, what was taken out is struck through. */
final class DifferencePane {

    private final JTextPane text = new JTextPane();
    private final JScrollPane scroll = new JScrollPane(text);
    private final Look look;

    DifferencePane(String name, Look look) {
        this.look = look;
        text.setName(name);
        text.setEditorKit(new WrappingKit());
        text.setEditable(false);
        text.setFont(look.font(Look.TEXT));
        text.setBackground(look.colour("background"));
        text.setForeground(look.colour("text"));
        text.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        text.getAccessibleContext().setAccessibleName("The difference between the two texts");
    }

    JComponent component() {
        return scroll;
    }

    void show(Difference difference) {
        StyledDocument document = text.getStyledDocument();
        try {
            document.remove(0, document.getLength());
            for (Difference.Piece each : difference.pieces()) {
                document.insertString(document.getLength(), each.text(), style(each.kind()));
            }
        } catch (BadLocationException ours) {
            throw new IllegalStateException(ours);
        }
        text.setCaretPosition(0);
    }

    private SimpleAttributeSet style(Difference.Kind kind) {
        SimpleAttributeSet style = new SimpleAttributeSet();
        if (kind == Difference.Kind.ADDED) {
            StyleConstants.setForeground(style, look.colour("saved"));
            StyleConstants.setUnderline(style, true);
        } else if (kind == Difference.Kind.REMOVED) {
            StyleConstants.setForeground(style, look.colour("error"));
            StyleConstants.setStrikeThrough(style, true);
        }
        return style;
    }
}
