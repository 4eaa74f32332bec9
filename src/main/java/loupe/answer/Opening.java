package loupe.answer;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens the record, whatever state it is in. A damaged file is put aside and a new one begun with
 * all that can be read of the old one and of the Markdown copies; one sentence says so.
 */
final class Opening {
    private final AnswerPlace place;
    private final Path file;
    private final Consumer<String> told;

    private Opening(AnswerPlace place, Consumer<String> told) {
        this.place = place;
        this.file = place.file();
        this.told = told;
    }

    /** Opens the record for this thread; {@code told} gets the sentences. */
    static AnswerStore open(AnswerPlace place, Consumer<String> told) throws AnswerTrouble {
        return new Opening(place, told).open();
    }

    private AnswerStore open() throws AnswerTrouble {
        try {
            makeFolder();
            NativeLibrary.load(place.data());
            mendLog();
            boolean damaged = isThere() && !Files.isRegularFile(file);
            if (!damaged && isThere() && Files.size(file) > 0) {
                try {
                    return check(Connections.open(place, told));
                } catch (SQLException e) {
                    if (Connections.kind(e) != AnswerTrouble.Kind.DAMAGE) {
                        throw e;
                    }
                    damaged = true;
                }
            }
            if (damaged) {
                Aside.put(file);
            } else if (!isThere()) {
                Aside.leftovers(file);
            }
            return begin(damaged);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        } catch (IOException e) {
            throw Connections.trouble(file, e);
        }
    }

    private boolean isThere() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * SQLite gives its log and the log's index the rights that the file has. Where the file could
     * only be read for a while, they stay behind so, and would keep it read-only.
     */
    private void mendLog() {
        for (String each : List.of("-wal", "-shm")) {
            File companion = new File(file + each);
            if (Files.isWritable(file) && companion.exists() && !companion.canWrite()) {
                boolean mended = companion.setWritable(true);
                System.getLogger(Opening.class.getName())
                        .log(System.Logger.Level.INFO, companion + " made writable: " + mended);
            }
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(place.data())) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var ours = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(place.data(), PosixFilePermissions.asFileAttribute(ours));
        } else {
            Files.createDirectories(place.data());
        }
    }

    /** Takes a file as it is, or throws that it is damaged. */
    private AnswerStore check(Connection connection) throws SQLException, IOException {
        boolean taken = false;
        try {
            if (Schema.isNewer(connection)) {
                Connections.run(connection, "PRAGMA query_only=ON");
                taken = true;
                return AnswerStore.of(connection, file, true);
            }
            if (Schema.isOlder(connection)) { // else nothing is written: it may be read-only
                update(connection);
            }
            Optional<String> fault = fault(connection);
            if (fault.isPresent()) {
                throw Damage.found(fault.get());
            }
            taken = true;
            return AnswerStore.of(connection, file, false);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    /**
     * Brings an older file up to date. One without tables was left by a start that was killed, or
     * is being made by another Loupe at this moment.
     */
    private void update(Connection connection) throws SQLException, IOException {
        if (Schema.version(connection) > 0) {
            Optional<String> fault = wrong(connection);
            if (fault.isPresent()) {
                throw Damage.found(fault.get());
            }
            Schema.backUp(connection, file);
        }
        fill(connection, false);
    }

    /** What is wrong with a record, if anything: SQLite sees few of the bits that flip. */
    static Optional<String> fault(Connection connection) throws SQLException {
        Optional<String> wrong = wrong(connection);
        if (wrong.isEmpty() && !Shelf.allGood(connection)) {
            return Optional.of("a prompt or a view that does not match its SHA-256");
        }
        return wrong;
    }

    /** The same, for what the first version of the record has. */
    private static Optional<String> wrong(Connection connection) throws SQLException {
        if (!Connections.word(connection, "PRAGMA integrity_check(1)").equals("ok")) {
            return Optional.of("SQLite's own check");
        }
        if (!Soundness.headsFit(connection)) {
            return Optional.of("an answer that points nowhere");
        }
        return Soundness.allGood(connection)
                ? Optional.empty()
                : Optional.of("a text that does not match its SHA-256");
    }

    private AnswerStore begin(boolean damaged) throws SQLException, IOException {
        Connection connection = Connections.open(place, told);
        boolean begun = false;
        try {
            fill(connection, damaged);
            begun = true;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
        return AnswerStore.of(connection, file, false);
    }

    /** Tables and what was rescued come in one transaction: there is never a new but empty file. */
    private void fill(Connection connection, boolean damaged) throws SQLException, IOException {
        Rescue rescue = Rescue.from(Aside.last(file), place);
        boolean fresh =
                Transaction.in(
                        connection,
                        () -> {
                            if (!Schema.fits(connection)) {
                                throw Damage.found("tables of another version");
                            }
                            boolean empty = Schema.version(connection) == 0;
                            Schema.update(connection);
                            if (empty) {
                                rescue.into(
                                        new Rows(connection, "restored"), new Shelf(connection));
                            }
                            return empty;
                        });
        if (fresh) {
            rescue.sentence(damaged, file).ifPresent(told);
        }
    }
}
