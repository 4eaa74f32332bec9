package loupe.shell.writeup;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** A text behind a button that shows and hides it. */
final class Fold {

    private final String show;
    private final String hide;
    private final JPanel panel = new JPanel(new Column(4));
    private final QuietButton button = new QuietButton("");
    private final Prose prose;
    private boolean open;

    Fold(String name, String show, String hide, String html) {
        this.show = show;
        this.hide = hide;
        prose = new Prose(nowhere -> {});
        prose.setName(name + "-text");
        prose.show(html);
        button.setName(name);
        button.addActionListener(pressed -> set(!open));
        JPanel row = new JPanel(new BorderLayout());
        row.setOpaque(false);
        row.add(button, BorderLayout.WEST);
        panel.setOpaque(false);
        panel.add(row);
        panel.add(prose);
        set(false);
    }

    JComponent component() {
        return panel;
    }

    private void set(boolean on) {
        open = on;
        button.setText(on ? hide : show);
        prose.setVisible(on);
        panel.revalidate();
    }

    /** Takes the button away, and the text with it, or brings the button back. */
    void offer(boolean on) {
        panel.setVisible(on);
        if (!on) {
            set(false);
        }
    }

    void restyle(Look look) {
        button.restyle(look);
        prose.restyle(look);
    }
}
