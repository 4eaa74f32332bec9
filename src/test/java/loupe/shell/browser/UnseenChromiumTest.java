package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnseenChromiumTest {

    @TempDir private Path folder;

    /** As Chromium does, which writes beside a file, renames, and deletes, while it ends. */
    private static void write(Path profile, AtomicBoolean ended) {
        for (int i = 0; !ended.get(); i++) {
            Path file = profile.resolve("Default/.file" + i % 50);
            try {
                Files.createDirectories(profile.resolve("Default"));
                Files.writeString(file, "x");
                Files.delete(file);
            } catch (IOException deletedMeanwhile) {
                i++;
            }
        }
    }

    @Test
    void aProfileGoesThoughItsFilesComeAndGo() throws Exception {
        Path profile = folder.resolve("profile");
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(profile, ended));
        try {
            for (int round = 0; round < 300; round++) {
                Files.createDirectories(profile.resolve("Default"));
                UnseenChromium.delete(profile);
            }
        } finally {
            ended.set(true);
            writer.join();
        }
        UnseenChromium.delete(profile);
        assertFalse(Files.exists(profile));
    }
}
