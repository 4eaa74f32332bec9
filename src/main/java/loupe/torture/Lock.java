package loupe.torture;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else who holds the file with a transaction that does not end. */
final class Lock implements AutoCloseable {
    private final Connection connection;

    private Lock(Connection connection) {
        this.connection = connection;
    }

    static Lock on(Path file) throws SQLException {
        Lock lock = new Lock(DriverManager.getConnection("jdbc:sqlite:" + file));
        lock.run("BEGIN IMMEDIATE");
        return lock;
    }

    /** Changes the file past the program. */
    static void change(Path file, String sql) throws SQLException {
        try (Lock other = new Lock(DriverManager.getConnection("jdbc:sqlite:" + file))) {
            other.run(sql);
        }
    }

    void release() throws SQLException {
        run("ROLLBACK");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
