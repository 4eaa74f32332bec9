package loupe.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path folder;

    @Test
    void whatWasPutComesBackWithTheNextStart() {
        Path file = folder.resolve("settings.properties");
        Settings settings = Settings.open(file, Runnable::run);
        settings.put("theme", "dark");
        settings.put("width", 1200);
        Settings again = Settings.open(file, Runnable::run);
        assertEquals("dark", again.get("theme", "light"));
        assertEquals(1200, again.get("width", 800, 480, 20_000));
    }

    @Test
    void aNumberOutsideItsRangeIsNotBelieved() {
        Settings settings = Settings.open(folder.resolve("s"), Runnable::run);
        settings.put("width", 3);
        settings.put("height", "tall");
        assertEquals(800, settings.get("width", 800, 480, 20_000));
        assertEquals(600, settings.get("height", 600, 360, 20_000));
    }

    @Test
    void aDamagedFileCostsTheSettingsAndNotTheStart() throws Exception {
        Path file = folder.resolve("settings.properties");
        Files.write(file, new byte[] {'a', '=', '\\', 'u', '0', 'x', (byte) 0xff, 0});
        Settings settings = Settings.open(file, Runnable::run);
        assertEquals("system", settings.get("theme", "system"));
    }

    @Test
    void manyChangesAreWrittenOnceAndOffTheCallersThread() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Path file = folder.resolve("settings.properties");
        Settings settings = Settings.open(file, waiting::add);
        for (int x = 0; x < 100; x++) {
            settings.put("x", x);
        }
        assertEquals(1, waiting.size());
        assertEquals(false, Files.exists(file));
        waiting.remove().run();
        assertEquals(99, Settings.open(file, waiting::add).get("x", 0, 0, 1000));
    }
}
