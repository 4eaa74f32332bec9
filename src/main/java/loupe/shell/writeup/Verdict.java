package loupe.shell.writeup;

import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import loupe.lesson.Feedback;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/**
 * Whether an answer is right, said when the question's rule allows: when the student asks, from the
 * hand-in on, or never. Changing the answer takes it back.
 */
final class Verdict {

    private final JPanel panel = new JPanel(new Column(4));
    private final JButton check = new JButton("Check my answer");
    private final JLabel word = new JLabel();
    private final Prose why;
    private final Supplier<Optional<Boolean>> right;
    private final Supplier<String> because;
    private final boolean known;
    private Feedback rule;
    private Look look;

    /**
     * @param known whether this computer knows what is right
     * @param right whether the answer is right, empty while there is none
     * @param because what is said about it, as HTML
     */
    Verdict(
            Feedback rule,
            boolean known,
            Supplier<Optional<Boolean>> right,
            Supplier<String> because) {
        this.rule = rule;
        this.known = known;
        this.right = right;
        this.because = because;
        why = new Prose(nowhere -> {});
        panel.setOpaque(false);
        JPanel row = new JPanel(new java.awt.BorderLayout());
        row.setOpaque(false);
        row.add(check, java.awt.BorderLayout.WEST);
        panel.add(row);
        panel.add(word);
        panel.add(why);
        check.addActionListener(pressed -> say());
        takeBack();
    }

    JComponent component() {
        return panel;
    }

    void name(String question) {
        check.setName("check-" + question);
        word.setName("verdict-" + question);
    }

    /** The answer has changed: what was said of it no longer holds. */
    void takeBack() {
        word.setVisible(false);
        why.setVisible(false);
        check.setVisible(known && rule == Feedback.IMMEDIATE);
        check.setEnabled(right.get().isPresent());
    }

    void handedIn() {
        if (rule == Feedback.AFTER_HAND_IN) {
            rule = Feedback.IMMEDIATE;
            takeBack();
            say();
        }
    }

    private void say() {
        Optional<Boolean> found = right.get();
        if (found.isEmpty()) {
            return;
        }
        word.setText(found.get() ? "✓ Right" : "✗ Not right");
        word.setVisible(true);
        String html = because.get();
        why.show(html);
        why.setVisible(!html.isBlank());
        restyle(look);
        panel.revalidate();
    }

    void restyle(Look newLook) {
        look = newLook;
        word.setFont(look.bold(Look.SMALL));
        word.setForeground(look.colour(right.get().orElse(false) ? "saved" : "error"));
        why.restyle(look);
    }
}
