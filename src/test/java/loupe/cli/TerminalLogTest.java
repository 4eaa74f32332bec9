package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What a terminal shows of the log. */
class TerminalLogTest {

    @Test
    void aWarningIsOneLineWithItsCauseAndNoStackTrace() {
        LogRecord record = new LogRecord(Level.WARNING, "a copy could not be written");
        record.setThrown(new IOException("No space left on device"));
        assertEquals(
                "warning: a copy could not be written: No space left on device"
                        + System.lineSeparator(),
                new TerminalLog().format(record));
    }
}
