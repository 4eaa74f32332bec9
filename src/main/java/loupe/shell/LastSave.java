package loupe.shell;

import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import loupe.shell.writeup.Writeups;

/** What was typed is on the disk before the window goes, or the person wants it gone anyway. */
final class LastSave {

    private static final int LONGEST_SAVE_SECONDS = 5;

    private LastSave() {}

    /**
     * Saves, and does something afterwards on the event thread; nothing, where the person stays.
     */
    static void before(JFrame frame, Writeups writeups, Runnable then) {
        writeups.flush()
                .orTimeout(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS)
                .whenComplete(
                        (done, failure) ->
                                SwingUtilities.invokeLater(
                                        () -> {
                                            if (failure == null || goesUnsaved(frame)) {
                                                then.run();
                                            }
                                        }));
    }

    private static boolean goesUnsaved(JFrame frame) {
        Object[] ways = {"Stay", "Quit without saving"};
        int chosen =
                JOptionPane.showOptionDialog(
                        frame,
                        "Your last words could not be saved yet. Stay, and use Copy text or Save a"
                                + " copy above the writeup, or Loupe goes on trying.",
                        "Not saved",
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        ways,
                        ways[0]);
        return chosen == 1;
    }
}
