package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerHistory;
import loupe.answer.Version;
import loupe.shell.look.Look;

/**
 * The versions of one answer: a slider goes through them, the difference to what stands there now
 * is shown, and each can be made the answer again.
 */
final class HistoryWindow {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss");

    private final AnswerHistory store;
    private final WordsThread words;
    private final List<Version> versions;
    private final String now;
    private final JDialog dialog;
    private final JLabel which = new JLabel();
    private final JSlider slider;
    private final DifferencePane difference;
    private final JButton restore = new JButton("Restore this version");
    private final Consumer<Version> chosen;
    private int asked;

    /**
     * @param versions oldest first, at least one
     * @param now what stands in the editor
     * @param chosen told the version that is to be the answer again
     */
    HistoryWindow(
            JFrame owner,
            String title,
            AnswerHistory store,
            WordsThread words,
            List<Version> versions,
            String now,
            Consumer<Version> chosen,
            Look look) {
        this.store = store;
        this.words = words;
        this.versions = List.copyOf(versions);
        this.now = now;
        this.chosen = chosen;
        dialog = new JDialog(owner, "History of " + title, true);
        slider = new JSlider(0, versions.size() - 1, versions.size() - 1);
        difference = new DifferencePane("difference", look);
        slider.setName("versions");
        slider.setSnapToTicks(true);
        slider.setMajorTickSpacing(1);
        slider.setPaintTicks(versions.size() <= 60);
        slider.getAccessibleContext().setAccessibleName("Version");
        slider.addChangeListener(moved -> look());
        restore.setName("restore");
        restore.addActionListener(pressed -> restore());
        which.setName("version");
        which.setFont(look.bold(Look.SMALL));
        assemble();
        look();
    }

    private void assemble() {
        JButton close = new JButton("Close");
        close.addActionListener(pressed -> dialog.dispose());
        JPanel top = new JPanel(new BorderLayout(0, 8));
        top.add(which, BorderLayout.NORTH);
        top.add(slider, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(restore);
        buttons.add(close);
        JPanel bottom = new JPanel(new BorderLayout());
        bottom.add(
                new JLabel("Struck through: only then. Underlined: only now."), BorderLayout.WEST);
        bottom.add(buttons, BorderLayout.EAST);
        JPanel all = new JPanel(new BorderLayout(0, 12));
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        all.add(top, BorderLayout.NORTH);
        all.add(difference.component(), BorderLayout.CENTER);
        all.add(bottom, BorderLayout.SOUTH);
        dialog.setName("history");
        dialog.setContentPane(all);
        dialog.setSize(720, 520);
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.getRootPane()
                .registerKeyboardAction(
                        escape -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    void open() {
        SwingUtilities.invokeLater(slider::requestFocusInWindow);
        dialog.setVisible(true);
    }

    private void look() {
        Version version = versions.get(slider.getValue());
        int mine = ++asked;
        which.setText(
                "Version "
                        + (slider.getValue() + 1)
                        + " of "
                        + versions.size()
                        + " · "
                        + WHEN.format(version.savedAt().atZone(ZoneId.systemDefault()))
                        + " · "
                        + kind(version));
        restore.setEnabled(slider.getValue() < versions.size() - 1);
        store.body(version.id())
                .thenAccept(
                        body ->
                                words.ask(
                                        () -> Difference.between(body, now),
                                        found -> {
                                            if (mine == asked) {
                                                difference.show(found);
                                            }
                                        }));
    }

    private static String kind(Version version) {
        return switch (version.kind()) {
            case DRAFT -> "written";
            case RESET -> "emptied";
            case RESTORE -> "restored";
            case HAND_IN -> "handed in";
            case CONFLICT -> "written in another window";
            case HINT -> "a hint was opened";
        };
    }

    private void restore() {
        dialog.dispose();
        chosen.accept(versions.get(slider.getValue()));
    }
}
