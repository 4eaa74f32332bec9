package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** A list of people, out of whom one is chosen: with the arrow keys, Home and End, or a click. */
final class People {

    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 8;

    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final JList<String> list;

    /**
     * @param names at least one
     * @param now the place of the one who is chosen at first
     */
    People(List<String> names, int now) {
        list = new JList<>(names.toArray(String[]::new));
        list.setName("people");
        list.getAccessibleContext().setAccessibleName("People who write on this computer");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setVisibleRowCount(Math.min(MOST_ROWS, Math.max(LEAST_ROWS, names.size())));
        list.setSelectedIndex(now);
        list.ensureIndexIsVisible(now);
        panel.add(new JLabel("Each person's answers are kept apart."), BorderLayout.NORTH);
        panel.add(new JScrollPane(list), BorderLayout.CENTER);
    }

    /**
     * Asks for one of them.
     *
     * @return the place of the one who was chosen, or -1
     */
    int choose(Window owner, String title, String yes) {
        Inquiry inquiry = new Inquiry(panel, list, yes);
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (event.getClickCount() == 2) {
                            inquiry.take();
                        }
                    }
                });
        return inquiry.isAnswered(owner, title) ? list.getSelectedIndex() : -1;
    }
}
