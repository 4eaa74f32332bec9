package loupe.shell.writeup;

import javax.swing.JButton;
import javax.swing.SwingConstants;
import loupe.shell.look.Look;

/** A button that looks like a link: for what can be done beside the main thing. */
final class QuietButton extends JButton {

    private static final long serialVersionUID = 1L;

    QuietButton(String text) {
        super(text);
        setHorizontalAlignment(SwingConstants.LEADING);
        putClientProperty("JButton.buttonType", "borderless");
        putClientProperty("FlatLaf.style", "margin: 2,4,2,4");
    }

    void restyle(Look look) {
        setForeground(look.colour("accent"));
        setFont(look.font(Look.SMALL));
    }
}
