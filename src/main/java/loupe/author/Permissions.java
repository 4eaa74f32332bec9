package loupe.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read and write a file, where the file system knows it. */
final class Permissions {
    private static final String NEW_FILE = "rw-r--r--";

    private Permissions() {}

    /** Gives a file what another has, or what a new one has where there is no other. */
    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView target =
                Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target != null) {
            target.setPermissions(
                    Files.exists(from)
                            ? Files.getPosixFilePermissions(from)
                            : PosixFilePermissions.fromString(NEW_FILE));
        }
    }
}
