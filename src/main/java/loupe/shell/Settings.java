package loupe.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the window remembers from one time to the next: a small properties file. Read at start;
 * afterwards {@link #put} changes the copy in memory at once and the file on the thread given. A
 * damaged file costs the settings, never the start.
 */
public final class Settings {

    private static final Logger LOG = Logger.getLogger(Settings.class.getName());

    private final Path file;
    private final Executor files;
    private final Properties values;
    private final AtomicBoolean waiting = new AtomicBoolean();

    private Settings(Path file, Executor files, Properties values) {
        this.file = file;
        this.files = files;
        this.values = values;
    }

    public static Settings open(Path file, Executor files) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (NoSuchFileException firstTime) {
            LOG.log(Level.FINE, "No settings yet", firstTime);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "The settings in " + file + " cannot be read", damaged);
        }
        return new Settings(file, files, values);
    }

    public String get(String name, String otherwise) {
        return values.getProperty(name, otherwise);
    }

    /** A number, or {@code otherwise} where there is none or it lies outside the range. */
    public int get(String name, int otherwise, int least, int most) {
        try {
            int value = Integer.parseInt(values.getProperty(name, "").trim());
            return value < least || value > most ? otherwise : value;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    public void put(String name, Object value) {
        String text = String.valueOf(value);
        if (text.equals(values.setProperty(name, text))) {
            return;
        }
        if (!waiting.getAndSet(true)) {
            files.execute(this::write);
        }
    }

    private void write() {
        waiting.set(false);
        try {
            StringWriter text = new StringWriter();
            values.store(text, "What Loupe's window remembers");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "The settings could not be written to " + file, failure);
        }
    }
}
