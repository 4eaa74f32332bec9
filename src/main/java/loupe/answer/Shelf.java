package loupe.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on what answers refer to: prompts, attached views, the files handed in. */
final class Shelf {
    private final Connection connection;

    Shelf(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a wording, if its text is known. */
    void keep(Wording prompt) throws SQLException {
        if (prompt.text().isEmpty()) {
            return;
        }
        String sql = "INSERT OR IGNORE INTO prompt(sha256, text) VALUES(?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, prompt.sha256());
            insert.setString(2, prompt.text());
            insert.executeUpdate();
        }
    }

    /** The wording with this SHA-256, empty if it was never kept. */
    String prompt(String sha256) throws SQLException {
        String sql = "SELECT text FROM prompt WHERE sha256 = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, sha256);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** Every wording by its SHA-256. */
    Map<String, String> prompts() throws SQLException {
        Map<String, String> prompts = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT sha256, text FROM prompt");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                prompts.put(rows.getString(1), rows.getString(2));
            }
        }
        return prompts;
    }

    /** Keeps a view once; returns its SHA-256. */
    String keep(Evidence view) throws SQLException {
        String sql = "INSERT OR IGNORE INTO evidence(sha256, state, png, csv) VALUES(?, ?, ?, ?)";
        String sha256 = view.sha256();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, sha256);
            insert.setBytes(2, AnswerStore.bytes(view.state()));
            insert.setBytes(3, view.png());
            insert.setBytes(4, AnswerStore.bytes(view.csv()));
            insert.executeUpdate();
        }
        return sha256;
    }

    Optional<Evidence> evidence(String sha256) throws SQLException {
        String sql = "SELECT state, png, csv FROM evidence WHERE sha256 = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, sha256);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(evidence(rows)) : Optional.empty();
            }
        }
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(text(row, 1), bytes(row, 2), text(row, 3));
    }

    /** Every view whose content matches its SHA-256, until the file cannot be read any further. */
    static List<Evidence> readable(Connection connection) {
        List<Evidence> views = new ArrayList<>();
        String sql = "SELECT state, png, csv, sha256 FROM evidence";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Evidence view = evidence(rows);
                if (view.sha256().equals(rows.getString(4))) {
                    views.add(view);
                }
            }
        } catch (SQLException e) {
            System.getLogger(Shelf.class.getName())
                    .log(System.Logger.Level.DEBUG, "no view can be read further on", e);
        }
        return views;
    }

    /** Whether every view and every prompt of the file matches its SHA-256. */
    static boolean allGood(Connection connection) throws SQLException {
        String sql = "SELECT state, png, csv, sha256 FROM evidence";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (!evidence(rows).sha256().equals(rows.getString(4))) {
                    return false;
                }
            }
        }
        return new Shelf(connection)
                .prompts().entrySet().stream()
                        .allMatch(each -> AnswerStore.matches(each.getValue(), each.getKey()));
    }

    void add(HandedIn done) throws SQLException {
        String sql = "INSERT INTO hand_in(course, sha256, file, wall_time) VALUES(?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, done.course());
            insert.setString(2, done.sha256());
            insert.setString(3, done.file().toString());
            insert.setLong(4, done.at().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** The files handed in of a course, the last one first. */
    List<HandedIn> handIns(String course) throws SQLException {
        List<HandedIn> found = new ArrayList<>(handIns());
        found.removeIf(each -> !each.course().equals(course));
        Collections.reverse(found);
        return found;
    }

    /** Every file handed in, the first one first. */
    List<HandedIn> handIns() throws SQLException {
        String sql = "SELECT course, file, sha256, wall_time FROM hand_in ORDER BY id";
        List<HandedIn> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(
                        new HandedIn(
                                row.getString(1),
                                Path.of(row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4))));
            }
        }
        return found;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(bytes(row, column), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
