package loupe.shell.writeup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JComponent;
import javax.swing.JPanel;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** The views an answer names, each a button that opens it again in its panel. */
final class Attachments {

    private static final Pattern VIEW =
            Pattern.compile("!\\[([^\\]\\n]{0,300})\\]\\(evidence:([0-9a-f]{64})\\)");
    private static final int MOST = 20;

    private final JPanel panel = new JPanel(new Column(0));
    private final Consumer<String> reopen;
    private Map<String, String> shown = Map.of();
    private Look look;

    Attachments(Consumer<String> reopen) {
        this.reopen = reopen;
        panel.setOpaque(false);
        panel.setVisible(false);
    }

    JComponent component() {
        return panel;
    }

    /** The captions of the views that a text names, by the views' SHA-256, in their order. */
    static Map<String, String> captions(String text) {
        Map<String, String> captions = new LinkedHashMap<>();
        if (text.contains("(evidence:")) {
            Matcher view = VIEW.matcher(text);
            while (captions.size() < MOST && view.find()) {
                captions.put(view.group(2), view.group(1));
            }
        }
        return captions;
    }

    void show(Map<String, String> captions) {
        if (captions.equals(shown)) {
            return;
        }
        shown = captions;
        panel.removeAll();
        captions.forEach(this::add);
        panel.setVisible(!captions.isEmpty());
        restyle(look);
        panel.revalidate();
    }

    private void add(String sha256, String caption) {
        String words = caption.isBlank() ? "Attached view" : caption.replace("\\", "");
        QuietButton open = new QuietButton("↗ " + words);
        open.setName("view-" + sha256.substring(0, 8));
        open.setToolTipText("Open this view in its panel");
        open.getAccessibleContext().setAccessibleName("Open the attached view: " + words);
        open.addActionListener(pressed -> reopen.accept(sha256));
        panel.add(open);
    }

    void restyle(Look newLook) {
        look = newLook;
        if (look != null) {
            for (java.awt.Component each : panel.getComponents()) {
                ((QuietButton) each).restyle(look);
            }
        }
    }
}
