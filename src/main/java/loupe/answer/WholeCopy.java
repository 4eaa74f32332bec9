package loupe.answer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/** A copy of the whole record in one file: there as a whole and on the disk, or not there. */
final class WholeCopy {
    private WholeCopy() {}

    /** Writes the copy, over an older one of the same name. */
    static void write(Connection connection, Path copy) throws SQLException, IOException {
        Path spare = copy.resolveSibling(copy.getFileName() + ".new");
        Files.createDirectories(spare.toAbsolutePath().getParent());
        Files.deleteIfExists(spare); // of a copy that was cut short
        Connections.run(connection, "VACUUM INTO '" + spare.toString().replace("'", "''") + "'");
        try (FileChannel channel = FileChannel.open(spare, StandardOpenOption.WRITE)) {
            channel.force(true); // SQLite leaves that to us
        }
        Files.move(
                spare, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
