package loupe;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** A start that does not end in a window: says why, and ends the program. */
final class NoWindow {

    private static final Logger LOG = Logger.getLogger(NoWindow.class.getName());

    private final CompletableFuture<Void> look = new CompletableFuture<>();

    /**
     * The look is there, and with it dialogs can be made: one that is made while the look is being
     * installed has none at all, and fails.
     */
    void hasLook() {
        look.complete(null);
    }

    /** Ends the program where there is no display to open a window on. */
    void withoutDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (HeadlessException | AWTError | NoClassDefFoundError failure) {
            LOG.log(Level.FINE, "No display", failure);
            System.err.println(
                    "Loupe cannot open the display "
                            + Optional.ofNullable(System.getenv("DISPLAY")).orElse("(none is set)")
                            + ". Start it in a graphical session, or run installer/run tour"
                            + " without DISPLAY to see it on a virtual one.");
            System.exit(1);
        }
    }

    /** Says the sentence on the terminal and in a dialog, and ends the program. */
    void because(String sentence, Throwable cause) {
        System.err.println(sentence);
        LOG.log(Level.SEVERE, sentence, cause);
        look.thenRun(() -> SwingUtilities.invokeLater(() -> show(sentence)));
    }

    private static void show(String sentence) {
        try {
            JOptionPane.showMessageDialog(null, sentence, "Loupe", JOptionPane.ERROR_MESSAGE);
        } finally {
            System.exit(1);
        }
    }

    /** The exception's own message is often just the path once more. */
    static String reason(IOException failure) {
        return failure instanceof FileAlreadyExistsException
                ? "it is no folder"
                : failure instanceof AccessDeniedException
                        ? "it is not yours to write to"
                        : failure.getMessage();
    }
}
