package loupe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The window's log: a file beside the answers, opened with the first record, so that a start in
 * which nothing happens writes none. Nothing of it reaches the terminal.
 */
final class Log extends Handler {

    private static final int BYTES = 1_000_000;

    private final Path folder;
    private Handler file;
    private boolean complained;

    private Log(Path folder) {
        this.folder = folder;
    }

    static void to(Path data) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
            }
        }
        root.addHandler(new Log(data.resolve("log")));
        // JCEF prints a line with every start; the window itself has nothing to print.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (record.getLevel().intValue() < Level.INFO.intValue()) {
            return;
        }
        try {
            if (file == null) {
                Files.createDirectories(folder);
                file = new FileHandler(folder.resolve("loupe.log").toString(), BYTES, 2, true);
                file.setFormatter(new SimpleFormatter());
            }
            file.publish(record);
        } catch (IOException noLog) {
            complain(noLog);
        }
    }

    /** Once; a place for the data that is no folder is said by who needs it more. */
    private void complain(IOException noLog) {
        if (!complained && !Files.isRegularFile(folder.getParent())) {
            System.err.println("Loupe cannot write its log: " + noLog.getMessage());
        }
        complained = true;
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
