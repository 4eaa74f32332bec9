package loupe.answer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;

/** A rolling backup: when it was made, by the clock of then, and how many answers it has. */
public record Backup(Path file, LocalDateTime at, int answers) {
    public Backup {
        Objects.requireNonNull(file);
        Objects.requireNonNull(at);
    }
}
