package loupe.shell;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.GridBagLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Timer;
import loupe.shell.look.Look;

/** The middle of the window: the page, or, while there is none, a sentence in its place. */
final class LessonPane {

    private static final int PATIENCE_MS = 200;

    private final CardLayout cards = new CardLayout();
    private final JPanel panel = new JPanel(cards);
    private final JPanel whole = new JPanel(new BorderLayout());
    private final JPanel pageHolder = new JPanel(new BorderLayout());
    private final JTextArea sentence = new JTextArea(6, 44);

    LessonPane(Look look) {
        sentence.setName("lesson-sentence");
        sentence.setEditable(false);
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.setOpaque(false);
        sentence.setBorder(BorderFactory.createEmptyBorder());
        JPanel centred = new JPanel(new GridBagLayout());
        centred.setOpaque(false);
        centred.add(sentence);
        panel.add(centred, "sentence");
        panel.add(pageHolder, "page");
        whole.add(panel, BorderLayout.CENTER);
        restyle(look);
        Timer patience =
                new Timer(
                        PATIENCE_MS,
                        tick -> {
                            if (sentence.getText().isEmpty()) {
                                sentence.setText("Opening the lesson…");
                            }
                        });
        patience.setRepeats(false);
        patience.start();
    }

    JComponent component() {
        return whole;
    }

    /** Puts something under the page. */
    void below(JComponent what) {
        whole.add(what, BorderLayout.SOUTH);
        whole.revalidate();
    }

    void restyle(Look look) {
        panel.setBackground(look.colour("background"));
        pageHolder.setBackground(look.colour("background"));
        sentence.setForeground(look.colour("text-muted"));
        sentence.setFont(look.font(Look.TEXT));
    }

    void show(Component page) {
        pageHolder.removeAll();
        pageHolder.add(page);
        cards.show(panel, "page");
    }

    void say(String text) {
        sentence.setText(text);
        pageHolder.removeAll();
        cards.show(panel, "sentence");
    }
}
