package loupe.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** A hand-in that was checked: the PDF, the SHA-256 of its bytes, and when. */
public record HandedIn(String course, Path file, String sha256, Instant at) {
    public HandedIn {
        Objects.requireNonNull(course);
        Objects.requireNonNull(file);
        Objects.requireNonNull(at);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    /** The receipt code: the first eight digits of the SHA-256. */
    public String receipt() {
        return sha256.substring(0, 8);
    }
}
