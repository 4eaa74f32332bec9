package loupe.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the file so that a commit is on the disk, and puts SQLite's troubles into sentences. */
final class Connections {
    private Connections() {}

    /**
     * A connection that survives a kill: a write-ahead log with full synchronisation, or, on a
     * network file system, where such a log corrupts, the older journal and the file for ourselves.
     */
    static Connection open(AnswerPlace place, Consumer<String> told) throws SQLException {
        Connection connection = DriverManager.getConnection(address(place.file()));
        try {
            word(connection, "PRAGMA busy_timeout=5000");
            StoreType.Place where = place.type().place(place.data());
            boolean network =
                    where == StoreType.Place.NETWORK
                            || where == StoreType.Place.HERE
                                    && !word(connection, "PRAGMA journal_mode=WAL").equals("wal");
            if (network) {
                told.accept(
                        "Your answers are saved on a network drive ("
                                + place.data()
                                + "): open Loupe on one computer at a time.");
            }
            if (network || where == StoreType.Place.UNKNOWN) {
                word(connection, "PRAGMA locking_mode=EXCLUSIVE");
                word(connection, "PRAGMA journal_mode=TRUNCATE");
            }
            run(connection, "PRAGMA synchronous=FULL");
            run(connection, "PRAGMA foreign_keys=ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The address of a file, for any character in its path. */
    static String address(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first word of the first row of the answer; empty where there is none. */
    static String word(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** What is wrong, and what mends it, in words that go on after "because". */
    static String because(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite
                        ? sqlite.getResultCode()
                        : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_FULL -> "the disk is full: make room on it";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "another program holds the file: close the other Loupe";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "the file cannot be written: see that you may write in its folder";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged";
            case SQLITE_IOERR -> "the disk refuses to write: see whether it is full or gone";
            default -> "SQLite says: " + e.getMessage();
        };
    }

    static String because(IOException e) {
        return "its folder cannot be used: see that you may write there";
    }

    /** The sentence for a trouble with the file. */
    static AnswerTrouble trouble(Path file, SQLException e) {
        return new AnswerTrouble(sentence(file, because(e)), kind(e), e);
    }

    static AnswerTrouble trouble(Path file, IOException e) {
        return new AnswerTrouble(sentence(file, because(e)), e);
    }

    private static String sentence(Path file, String words) {
        return "Your answers cannot be saved in "
                + file
                + ", because "
                + words
                + ". Your text is kept here and saving goes on trying.";
    }

    static AnswerTrouble.Kind kind(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return AnswerTrouble.Kind.WORLD;
        }
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> AnswerTrouble.Kind.DAMAGE;
            case SQLITE_READONLY -> AnswerTrouble.Kind.READ_ONLY;
            default -> AnswerTrouble.Kind.WORLD;
        };
    }
}
