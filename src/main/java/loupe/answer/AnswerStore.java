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
import java.util.Set;
import loupe.lesson.Sha256;

/**
 * The record of answers: one open SQLite file. It belongs to the thread that opened it, and to no
 * other. What {@link #save} returned from is on the disk.
 */
final class AnswerStore implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final Connection connection;
    private final Path file;
    private final Object fileKey;
    private final Object logKey;
    private final boolean readOnly;
    private final Rows rows;

    private AnswerStore(Connection connection, Path file, boolean readOnly) throws IOException {
        this.connection = connection;
        this.file = file;
        this.fileKey = fileKey(file);
        this.logKey = fileKey(log(file));
        this.readOnly = readOnly;
        String session = Instant.now() + "/" + ProcessHandle.current().pid();
        this.rows = new Rows(connection, session);
    }

    /** Takes over a connection that has been checked. */
    static AnswerStore of(Connection connection, Path file, boolean readOnly) throws IOException {
        return new AnswerStore(connection, file, readOnly);
    }

    /** What is to be saved: {@code base} is the revision the text was typed upon, 0 for none. */
    record Entry(QuestionKey key, String body, String prompt, String lessonVersion, long base) {}

    /** The revision that came of it, and what somebody else had written meanwhile (none or one). */
    record Outcome(long revision, List<Draft> theirs) {}

    /** Saves all of it in one transaction, or nothing. */
    Map<QuestionKey, Outcome> save(List<Entry> entries) throws AnswerTrouble {
        check();
        if (readOnly) {
            throw new AnswerTrouble(
                    "Your answers in "
                            + file
                            + " were written by a newer Loupe: update this one. Until then you can"
                            + " read them, and what you type is kept only while Loupe is open.",
                    null);
        }
        try {
            return Transaction.in(
                    connection,
                    () -> {
                        Map<QuestionKey, Outcome> outcomes = new LinkedHashMap<>();
                        for (Entry entry : entries) {
                            outcomes.put(entry.key(), save(entry));
                        }
                        return outcomes;
                    });
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    private Outcome save(Entry entry) throws SQLException {
        List<Draft> heads = rows.head(entry.key());
        String prompt = rows.keepPrompt(entry.prompt());
        long current = heads.isEmpty() ? 0 : heads.get(0).revision();
        if (!heads.isEmpty() && heads.get(0).body().equals(entry.body())) {
            return new Outcome(current, List.of());
        }
        long revision = Math.max(current, entry.base()) + 1;
        Draft mine =
                new Draft(entry.body(), revision, Instant.now(), prompt, entry.lessonVersion());
        long event = rows.add(new Event(entry.key(), EventKind.DRAFT, mine));
        if (rows.moveHead(entry.key(), event, revision, entry.base())) {
            return new Outcome(revision, List.of());
        }
        // Somebody else wrote since: theirs is kept for ever, ours is what the person sees.
        for (Draft theirs : heads) {
            rows.add(new Event(entry.key(), EventKind.CONFLICT, theirs));
        }
        if (!rows.moveHead(entry.key(), event, revision, current)) {
            throw new IllegalStateException("the head moved inside a transaction");
        }
        return new Outcome(revision, heads);
    }

    /**
     * Takes texts that could not be saved in an earlier run, each with the revision it was typed
     * upon. Returns those whose answer went on without them: they are kept as conflicts.
     */
    Map<QuestionKey, Outcome> bringBack(List<Event> unsaved) throws AnswerTrouble {
        check();
        try {
            return Transaction.in(
                    connection,
                    () -> {
                        Map<QuestionKey, Outcome> beaten = new LinkedHashMap<>();
                        for (Event each : unsaved) {
                            bringBack(each, beaten);
                        }
                        return beaten;
                    });
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    private void bringBack(Event unsaved, Map<QuestionKey, Outcome> beaten) throws SQLException {
        QuestionKey key = unsaved.key();
        Draft text = unsaved.draft();
        List<Draft> heads = rows.head(key);
        long current = heads.isEmpty() ? 0 : heads.get(0).revision();
        if (!heads.isEmpty() && heads.get(0).body().equals(text.body())) {
            return;
        }
        if (current == text.revision()) {
            Draft next =
                    new Draft(
                            text.body(),
                            current + 1,
                            text.savedAt(),
                            text.promptSha256(),
                            text.lessonVersion());
            long event = rows.add(new Event(key, EventKind.RESTORE, next));
            rows.moveHead(key, event, current + 1, current);
        } else {
            rows.add(new Event(key, EventKind.CONFLICT, text));
            beaten.put(key, new Outcome(current, heads));
        }
    }

    /**
     * The answers of a lesson by question; one whose text does not match its SHA-256 is a trouble.
     */
    Map<String, Draft> drafts(String course, String lesson) throws AnswerTrouble {
        check();
        try {
            return rows.heads(course, lesson);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    /** Which questions of each lesson of a course have an answer that is not blank. */
    Map<String, Set<String>> answered(String course) throws AnswerTrouble {
        check();
        try {
            return rows.answered(course);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    /** Everything kept of an answer, oldest first. */
    List<Event> history(QuestionKey key) throws AnswerTrouble {
        check();
        try {
            return rows.events(key);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    /** The wording with this SHA-256, empty if it was never kept. */
    String prompt(String sha256) throws AnswerTrouble {
        check();
        try {
            return rows.prompt(sha256);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
        }
    }

    /**
     * Thins out old drafts: all of the last hour stay, one for each five minutes of the last day,
     * one for each session before. What is in force stays, and everything that is not a draft.
     */
    void thin(Instant now) throws AnswerTrouble {
        check();
        if (readOnly) {
            return;
        }
        try {
            long hour = now.minus(Duration.ofHours(1)).toEpochMilli();
            long day = now.minus(Duration.ofDays(1)).toEpochMilli();
            rows.thin(hour, day);
        } catch (SQLException e) {
            throw Connections.trouble(file, e);
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
            Files.createDirectories(spare.getParent());
            Files.deleteIfExists(spare);
            writeTo(spare);
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
            writeTo(Aside.free(file));
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

    private void writeTo(Path other) throws SQLException {
        String name = other.toString().replace("'", "''");
        Connections.run(connection, "VACUUM INTO '" + name + "'");
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
