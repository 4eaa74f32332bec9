package loupe.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether the events of a file are as they were written, and those that are. */
final class Soundness {
    private Soundness() {}

    /** Every event whose text matches its SHA-256, until the file cannot be read any further. */
    static SortedMap<Long, Event> readable(Connection connection) {
        SortedMap<Long, Event> events = new TreeMap<>();
        for (String order : List.of("ASC", "DESC")) { // from both ends of a torn file
            String sql =
                    "SELECT " + EventRow.COLUMNS + ", e.id FROM event e ORDER BY e.id " + order;
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (EventRow.isGood(rows)) {
                        events.put(rows.getLong(11), EventRow.event(rows));
                    }
                }
            } catch (SQLException e) {
                System.getLogger(Soundness.class.getName())
                        .log(System.Logger.Level.DEBUG, "the damaged file ends here", e);
            }
        }
        return events;
    }

    /** Whether every head points at an event of its own question. */
    static boolean headsFit(Connection connection) throws SQLException {
        String sql =
                "SELECT count(*) FROM head h LEFT JOIN event e ON e.id = h.event"
                        + " WHERE (h.course, h.lesson, h.question)"
                        + " IS NOT (e.course, e.lesson, e.question)";
        return Connections.word(connection, sql).equals("0");
    }

    /** Whether every event of the file matches its SHA-256. */
    static boolean allGood(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT " + EventRow.COLUMNS + " FROM event e");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (!EventRow.isGood(rows)) {
                    return false;
                }
            }
            return true;
        }
    }
}
