package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** The hints of a question, shown one at a time; each opening is told. */
final class Hints {

    private final List<String> hints;
    private final JPanel panel = new JPanel(new Column(8));
    private final QuietButton next = new QuietButton("");
    private final List<Prose> shown = new ArrayList<>();
    private Look look;

    /**
     * @param opened told the number of a hint, from 1, when it is opened for the first time
     */
    Hints(String question, List<String> hints, IntConsumer opened) {
        this.hints = hints;
        next.setName("hint-" + question);
        next.addActionListener(
                pressed -> {
                    show();
                    opened.accept(shown.size());
                });
        JPanel row = new JPanel(new BorderLayout());
        row.setOpaque(false);
        row.add(next, BorderLayout.WEST);
        panel.setOpaque(false);
        panel.add(row);
        panel.setVisible(!hints.isEmpty());
        name();
    }

    JComponent component() {
        return panel;
    }

    /** Opens the next one, as if its button was pressed. */
    void open() {
        if (next.isVisible()) {
            next.doClick(0);
        }
    }

    /** Shows what was opened before. */
    void opened(Set<Integer> numbers) {
        int last = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        while (shown.size() < Math.min(last, hints.size())) {
            show();
        }
    }

    private void show() {
        Prose prose = new Prose(nowhere -> {});
        int number = shown.size() + 1;
        prose.show("<p><b>Hint " + number + "</b></p>" + hints.get(number - 1));
        prose.setName("hint-text-" + number);
        shown.add(prose);
        panel.add(prose, panel.getComponentCount() - 1);
        restyle(look);
        name();
        panel.revalidate();
    }

    private void name() {
        int left = hints.size() - shown.size();
        next.setVisible(left > 0);
        next.setText(
                (shown.isEmpty() ? "Show a hint" : "Show the next hint")
                        + " ("
                        + (shown.size() + 1)
                        + " of "
                        + hints.size()
                        + ")");
    }

    void restyle(Look newLook) {
        look = newLook;
        if (look != null) {
            next.restyle(look);
            shown.forEach(each -> each.restyle(look));
        }
    }
}
