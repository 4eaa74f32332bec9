package loupe.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, version by version. {@code event} is only ever added to, but for thinned drafts, and
 * is ordered by its id, never by the clock; {@code head} points at the event in force; {@code
 * prompt} keeps the wording a text was written for, {@code evidence} each attached view once, by
 * its content, {@code hand_in} the files that were handed in.
 */
final class Schema {
    /** The statements that lead from version n to n + 1. */
    private static final List<List<String>> STEPS =
            List.of(
                    List.of(
                            """
                            CREATE TABLE event(
                                id INTEGER PRIMARY KEY AUTOINCREMENT,
                                course TEXT NOT NULL,
                                lesson TEXT NOT NULL,
                                question TEXT NOT NULL,
                                kind TEXT NOT NULL,
                                revision INTEGER NOT NULL,
                                body BLOB NOT NULL,
                                sha256 TEXT NOT NULL,
                                prompt_sha256 TEXT NOT NULL,
                                lesson_version TEXT NOT NULL,
                                wall_time INTEGER NOT NULL,
                                session TEXT NOT NULL)
                            """,
                            "CREATE INDEX event_of ON event(course, lesson, question, id)",
                            """
                            CREATE TABLE head(
                                course TEXT NOT NULL,
                                lesson TEXT NOT NULL,
                                question TEXT NOT NULL,
                                event INTEGER NOT NULL REFERENCES event(id),
                                revision INTEGER NOT NULL,
                                PRIMARY KEY(course, lesson, question))
                            """,
                            "CREATE TABLE prompt(sha256 TEXT PRIMARY KEY, text TEXT NOT NULL)"),
                    List.of(
                            """
                            CREATE TABLE evidence(
                                sha256 TEXT PRIMARY KEY,
                                state BLOB NOT NULL,
                                png BLOB NOT NULL,
                                csv BLOB NOT NULL)
                            """,
                            """
                            CREATE TABLE hand_in(
                                id INTEGER PRIMARY KEY AUTOINCREMENT,
                                course TEXT NOT NULL,
                                sha256 TEXT NOT NULL,
                                file TEXT NOT NULL,
                                wall_time INTEGER NOT NULL)
                            """));

    private Schema() {}

    /** The version of the file; 0 for a new one. */
    static int version(Connection connection) throws SQLException {
        return Integer.parseInt(Connections.word(connection, "PRAGMA user_version"));
    }

    /** Whether a newer program wrote the file, so that this one may read it and no more. */
    static boolean isNewer(Connection connection) throws SQLException {
        return version(connection) > STEPS.size();
    }

    /** Whether the file has to be brought up to date. */
    static boolean isOlder(Connection connection) throws SQLException {
        return version(connection) < STEPS.size();
    }

    /**
     * Whether the tables are those of the version that the file says it has; 0 has none. To be
     * asked inside a transaction, since another Loupe may be making them.
     */
    static boolean fits(Connection connection) throws SQLException {
        String sql =
                "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                        + " 'sqlite!_%' ESCAPE '!'";
        long made =
                STEPS.stream()
                        .limit(version(connection))
                        .flatMap(List::stream)
                        .filter(each -> each.startsWith("CREATE TABLE"))
                        .count();
        return Connections.word(connection, sql).equals(Long.toString(made));
    }

    /** Puts a copy of an older file beside it before it is brought up to date. */
    static void backUp(Connection connection, Path file) throws SQLException, IOException {
        int version = version(connection);
        if (version > 0) {
            WholeCopy.write(connection, file.resolveSibling("answers-version-" + version + ".db"));
        }
    }

    /** Brings the file up to date, inside a transaction of the caller's. */
    static void update(Connection connection) throws SQLException {
        for (int step = version(connection); step < STEPS.size(); step++) {
            for (String sql : STEPS.get(step)) {
                Connections.run(connection, sql);
            }
            Connections.run(connection, "PRAGMA user_version=" + (step + 1));
        }
    }
}
