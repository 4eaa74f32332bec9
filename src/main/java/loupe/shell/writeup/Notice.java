package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import loupe.shell.look.Look;

/**
 * A bar above the answers. A trouble says, in a sentence, what is wrong, and offers what can be
 * done, as long as it lasts; a note says something once and can be closed.
 */
final class Notice {

    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final JTextArea sentence = new JTextArea();
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 0));
    private final JButton action = new JButton("Undo");
    private final JButton close = new JButton("Close");
    private Runnable act = () -> {};
    private boolean serious;
    private Look look;

    Notice(Look look) {
        sentence.setName("notice");
        sentence.setEditable(false);
        sentence.setFocusable(false);
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.setOpaque(false);
        buttons.setOpaque(false);
        buttons.add(action);
        buttons.add(close);
        action.setName("notice-action");
        action.addActionListener(
                pressed -> {
                    hide();
                    act.run();
                });
        close.addActionListener(pressed -> hide());
        panel.add(sentence, BorderLayout.CENTER);
        panel.add(buttons, BorderLayout.SOUTH);
        panel.setVisible(false);
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    void restyle(Look newLook) {
        look = newLook;
        String colour = serious ? "error" : "warning";
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 4, 0, 0, look.colour(colour)),
                        BorderFactory.createEmptyBorder(12, 12, 12, 12)));
        panel.setBackground(look.colour("background"));
        sentence.setForeground(look.colour(serious ? "error" : "text"));
        sentence.setFont(look.font(Look.SMALL));
    }

    /** Adds a button that troubles come with. */
    void offer(String name, Runnable action) {
        JButton button = new JButton(name);
        button.addActionListener(pressed -> action.run());
        buttons.add(button);
    }

    /** Shows a trouble; it stays until {@link #over}. */
    void trouble(String text) {
        show(text, true);
    }

    /** Shows a note, unless there is a trouble, which weighs more. */
    void note(String text) {
        note(text, "", () -> {});
    }

    /** Shows a note with something that can be done about it. */
    void note(String text, String name, Runnable does) {
        if (!(serious && panel.isVisible())) {
            act = does;
            action.setText(name);
            show(text, false);
        }
    }

    /** Takes away whatever is said. */
    void clear() {
        hide();
    }

    /** The trouble is over. A note stays until it is closed. */
    void over() {
        if (serious) {
            hide();
        }
    }

    private void show(String text, boolean isTrouble) {
        serious = isTrouble;
        sentence.setText(text);
        for (Component button : buttons.getComponents()) {
            button.setVisible(serious != (button == close || button == action));
        }
        action.setVisible(!serious && !action.getText().isEmpty());
        restyle(look);
        panel.setVisible(true);
        panel.revalidate();
    }

    private void hide() {
        panel.setVisible(false);
    }
}
