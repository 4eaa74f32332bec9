package loupe.hub;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A model on this computer.
 *
 * @param id by which a lesson names it
 * @param bytes of its files
 * @param whole whether configuration and weights are all there
 */
public record LocalModel(String id, Path path, long bytes, boolean whole) {

    public LocalModel {
        Objects.requireNonNull(id);
        Objects.requireNonNull(path);
    }
}
