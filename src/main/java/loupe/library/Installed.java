package loupe.library;

import java.nio.file.Path;
import java.util.Objects;

/** A course that was installed, in its current version. */
public record Installed(String id, String title, String version, Path folder) {
    public Installed {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(version);
        Objects.requireNonNull(folder);
    }
}
