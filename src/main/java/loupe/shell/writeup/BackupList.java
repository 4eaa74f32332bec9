package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Window;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import loupe.answer.Backup;

/** The backups of all answers, the newest first, out of which one is brought back. */
final class BackupList {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm");
    private static final int MOST_ROWS = 8;

    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private final List<Backup> backups;
    private final JList<String> list;

    /**
     * @param backups at least one
     */
    BackupList(List<Backup> backups) {
        this.backups = List.copyOf(backups);
        list = new JList<>(backups.stream().map(BackupList::words).toArray(String[]::new));
        list.setName("backups");
        list.getAccessibleContext().setAccessibleName("Backups");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setVisibleRowCount(MOST_ROWS);
        list.setSelectedIndex(0);
        panel.add(
                new JLabel("The answers in it become what they were then; others stay."),
                BorderLayout.NORTH);
        panel.add(new JScrollPane(list), BorderLayout.CENTER);
    }

    private static String words(Backup each) {
        return when(each) + " · " + each.answers() + (each.answers() == 1 ? " answer" : " answers");
    }

    /** When a backup was made, as people write it. */
    static String when(Backup backup) {
        return WHEN.format(backup.at());
    }

    /** Asks for one of them. */
    Optional<Backup> choose(Window owner) {
        return new Inquiry(panel, list, "Bring back").isAnswered(owner, "Bring back a backup")
                ? Optional.of(backups.get(list.getSelectedIndex()))
                : Optional.empty();
    }
}
