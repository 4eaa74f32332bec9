package loupe.hub;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a fetch has come, over all its files.
 *
 * @param file the one that is coming now
 * @param done bytes that are here, also from earlier
 * @param total bytes that there will be
 * @param bytesPerSecond how fast they come; 0 where nothing can be said yet
 */
public record FetchStanding(String file, long done, long total, double bytesPerSecond) {

    public FetchStanding {
        Objects.requireNonNull(file);
    }

    /** How long the rest will take, if that can be said. */
    public Optional<Duration> left() {
        return bytesPerSecond > 0
                ? Optional.of(Duration.ofSeconds(Math.round((total - done) / bytesPerSecond)))
                : Optional.empty();
    }
}
