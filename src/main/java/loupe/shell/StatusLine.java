package loupe.shell;

import java.awt.BorderLayout;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import loupe.shell.look.Look;

/** The line at the bottom: which model on which device, and when the answers were last saved. */
final class StatusLine {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final JPanel panel = new JPanel(new BorderLayout(24, 0));
    private final JLabel model = new JLabel("No experiment has run yet");
    private final JLabel saved = new JLabel("Answers are saved as you type");
    private boolean trouble;
    private Look look;

    StatusLine(Look look) {
        model.setName("status-model");
        saved.setName("status-saved");
        panel.add(model, BorderLayout.CENTER);
        panel.add(saved, BorderLayout.EAST);
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    void restyle(Look newLook) {
        look = newLook;
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(1, 0, 0, 0, look.colour("hairline")),
                        BorderFactory.createEmptyBorder(4, 12, 4, 12)));
        model.setForeground(look.colour("text-muted"));
        saved.setForeground(look.colour(savedColour()));
    }

    private String savedColour() {
        if (trouble) {
            return "error";
        }
        return saved.getText().startsWith("Saved") ? "saved" : "text-muted";
    }

    void ran(String modelId, String device) {
        model.setText(modelId + " · " + device);
    }

    /** A sentence in the place of the model's name, such as what a link could not do. */
    void tell(String sentence) {
        model.setText(sentence);
    }

    void saved(Instant when) {
        trouble = false;
        saved.setText("Saved " + CLOCK.format(when.atZone(ZoneId.systemDefault())));
        saved.setForeground(look.colour("saved"));
    }

    void notSaved() {
        trouble = true;
        saved.setText("Not saved");
        saved.setForeground(look.colour("error"));
    }
}
