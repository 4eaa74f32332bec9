package loupe.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** A bar above the answers that says, in a sentence, what is wrong, and offers what can be done. */
final class Notice {

    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final JTextArea sentence = new JTextArea();
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 0));

    Notice(Look look) {
        sentence.setName("notice");
        sentence.setEditable(false);
        sentence.setFocusable(false);
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.setOpaque(false);
        buttons.setOpaque(false);
        panel.add(sentence, BorderLayout.CENTER);
        panel.add(buttons, BorderLayout.SOUTH);
        panel.setVisible(false);
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    void restyle(Look look) {
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 4, 0, 0, look.colour("error")),
                        BorderFactory.createEmptyBorder(12, 12, 12, 12)));
        panel.setBackground(look.colour("background"));
        sentence.setForeground(look.colour("error"));
        sentence.setFont(look.font(Look.SMALL));
    }

    void offer(String name, Runnable action) {
        JButton button = new JButton(name);
        button.addActionListener(pressed -> action.run());
        buttons.add(button);
    }

    void show(String text) {
        sentence.setText(text);
        panel.setVisible(true);
        panel.revalidate();
    }

    void hide() {
        panel.setVisible(false);
    }
}
