package loupe.answer;

import java.sql.Connection;
import java.sql.SQLException;

/** All of it or nothing of it: takes the write lock first, so that what it reads stays true. */
final class Transaction {
    private Transaction() {}

    /** The work inside. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T in(Connection connection, Work<T> work) throws SQLException {
        Connections.run(connection, "BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            T result = work.run();
            Connections.run(connection, "COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            Connections.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            // After a full disk SQLite has rolled back by itself; the first trouble is the one
            // told.
            System.getLogger(Transaction.class.getName())
                    .log(System.Logger.Level.DEBUG, "nothing to roll back", e);
        }
    }
}
