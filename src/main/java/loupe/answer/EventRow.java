package loupe.answer;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A row of the table {@code event}, here always called {@code e}. */
final class EventRow {
    /** What is asked for to read an event. */
    static final String COLUMNS =
            "e.course, e.lesson, e.question, e.kind, e.revision, e.body, e.sha256,"
                    + " e.prompt_sha256, e.lesson_version, e.wall_time";

    private EventRow() {}

    /** Whether what stands in a row can be trusted. */
    static boolean isGood(ResultSet row) throws SQLException {
        String body = text(row);
        return AnswerStore.matches(body, String.valueOf(row.getString(7)))
                && QuestionKey.isKey(
                        String.valueOf(row.getString(1)),
                        String.valueOf(row.getString(2)),
                        String.valueOf(row.getString(3)))
                && EventKind.of(String.valueOf(row.getString(4))).isPresent()
                && row.getLong(5) >= 0
                && row.getString(8) != null
                && row.getString(9) != null;
    }

    /** The events a query brings. */
    static List<Event> all(PreparedStatement query) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    static Event event(ResultSet row) throws SQLException {
        QuestionKey key = new QuestionKey(row.getString(1), row.getString(2), row.getString(3));
        EventKind kind = kind(row.getString(4));
        Draft draft =
                new Draft(
                        text(row),
                        row.getLong(5),
                        Instant.ofEpochMilli(row.getLong(10)),
                        row.getString(8),
                        row.getString(9));
        return new Event(key, kind, draft);
    }

    static EventKind kind(String word) throws SQLException {
        return EventKind.of(word).orElseThrow(() -> new SQLException("not a kind of event"));
    }

    private static String text(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(6);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
