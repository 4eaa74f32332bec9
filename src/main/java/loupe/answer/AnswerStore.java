package loupe.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import loupe.lesson.Sha256;

/**
 * The record of answers: one open SQLite file. It belongs to the thread that opened it, and to no
 * other. What {@link #write} returned from is on the disk.
 */
final class AnswerStore implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final Connection connection;
    private final Path file;
    private final Object fileKey;
    private final Object logKey;
    private final boolean readOnly;
    private final Tables tables;

    private AnswerStore(Connection connection, Path file, boolean readOnly) throws IOException {
        this.connection = connection;
        this.file = file;
        this.fileKey = fileKey(file);
        this.logKey = fileKey(log(file));
        this.readOnly = readOnly;
        String session = Instant.now() + "/" + ProcessHandle.current().pid();
        Rows rows = new Rows(connection, session);
        Shelf shelf = new Shelf(connection);
        this.tables = new Tables(rows, new Overview(connection), shelf, new Ledger(rows, shelf));
    }

    /** Takes over a connection that has been checked. */
    static AnswerStore of(Connection connection, Path file, boolean readOnly) throws IOException {
        return new AnswerStore(connection, file, readOnly);
    }

    /** Reads. */
    <T> T read(Tables.Work<T> work) throws AnswerTrouble {
        check();
        try {
            return work.on(tables);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    /** Writes in one transaction: all of it or nothing. */
    <T> T write(Tables.Work<T> work) throws AnswerTrouble {
        if (readOnly) {
            throw new AnswerTrouble(
                    "Your answers in "
                            + file
                            + " were written by a newer Loupe: update this one. Until then you can"
                            + " read them, and what you type is kept only while Loupe is open.",
                    null);
        }
        return read(all -> Transaction.in(connection, () -> work.on(all)));
    }

    /** Saves all of it in one transaction, or nothing. */
    Map<QuestionKey, Outcome> save(List<Entry> entries) throws AnswerTrouble {
        return write(
                all -> {
                    Map<QuestionKey, Outcome> outcomes = new LinkedHashMap<>();
                    for (Entry entry : entries) {
                        if (entry.kind().isHead()) {
                            outcomes.put(entry.key(), all.ledger().put(entry));
                        } else {
                            all.ledger().note(entry);
                        }
                    }
                    return outcomes;
                });
    }

    /** The answers of a lesson by question. */
    Map<String, Draft> drafts(String course, String lesson) throws AnswerTrouble {
        return read(all -> all.rows().heads(course, lesson));
    }

    /**
     * Thins out old drafts: all of the last hour stay, one for each five minutes of the last day,
     * one for each session before. What is in force stays, and everything that is not a draft.
     */
    void thin(Instant now) throws AnswerTrouble {
        if (readOnly) {
            return;
        }
        long hour = now.minus(Duration.ofHours(1)).toEpochMilli();
        long day = now.minus(Duration.ofDays(1)).toEpochMilli();
        read(
                all -> {
                    all.rows().thin(hour, day);
                    return null;
                });
    }

    /** Writes a rolling backup, if anything has been written here and there is none of today. */
    Optional<Path> backUp(AnswerPlace place, boolean always) throws AnswerTrouble {
        check();
        if (readOnly) {
            return Optional.empty();
        }
        Backups backups = new Backups(place);
        try {
            boolean empty = Connections.word(connection, "SELECT 1 FROM event LIMIT 1").isEmpty();
            return !empty && (always || backups.isDue())
                    ? Optional.of(backups.write(connection))
                    : Optional.empty();
        } catch (SQLException e) {
            throw backups.trouble(Connections.because(e), e);
        } catch (IOException e) {
            throw backups.trouble(Connections.because(e), e);
        }
    }

    /**
     * Whether the file is still the one that was opened: it can be deleted under a running program.
     */
    boolean isInPlace() {
        check();
        return Files.exists(file) && Objects.equals(fileKey, fileKey(file));
    }

    /** Writes the whole record again after its file was deleted: this connection has it all. */
    void writeAgain() throws AnswerTrouble {
        check();
        Path spare = file.resolveSibling("answers-again.db");
        try {
            WholeCopy.write(connection, spare);
            Aside.leftovers(file);
            Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
            close(); // SQLite sees that its file is gone and leaves the new one alone
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        } catch (IOException e) {
            throw Connections.trouble(file, e);
        }
    }

    /**
     * Leaves the place to another file that was put there: the record goes aside, and so does its
     * log, which SQLite would else apply to the other file. A log that is not ours belongs to that
     * file.
     */
    void leave() throws AnswerTrouble {
        check();
        try {
            WholeCopy.write(connection, Aside.free(file));
            close();
            if (Objects.equals(logKey, fileKey(log(file)))) {
                Aside.leftovers(file);
            }
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        } catch (IOException e) {
            throw Connections.trouble(file, e);
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static Object fileKey(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException e) {
            return new Object(); // equal to no other
        }
    }

    @Override
    public void close() throws AnswerTrouble {
        check();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    private void check() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "the store belongs to " + owner + ", not to " + Thread.currentThread());
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean matches(String body, String sha256) {
        return Sha256.of(body).equals(sha256);
    }
}
