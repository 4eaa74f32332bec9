package loupe.cli;

import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the log says to somebody at a terminal: a line for each warning, and its cause in words. A
 * command says in a sentence what it could not do; a stack trace beside it helps nobody there.
 */
final class TerminalLog extends Formatter {

    static void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(Level.WARNING);
                handler.setFormatter(new TerminalLog());
            }
        }
    }

    @Override
    public String format(LogRecord record) {
        Throwable cause = record.getThrown();
        String why = cause == null ? "" : ": " + cause.getMessage();
        String level = record.getLevel().getName().toLowerCase(Locale.ROOT);
        return level + ": " + formatMessage(record) + why + System.lineSeparator();
    }
}
