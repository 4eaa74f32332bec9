package loupe.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.lesson.Sha256;

/**
 * The statements on the tables. Texts are kept as UTF-8 bytes, so that every character survives.
 */
final class Rows {
    private static final String HEADS =
            "SELECT "
                    + EventRow.COLUMNS
                    + " FROM head h JOIN event e ON e.id = h.event"
                    + " WHERE h.course = ? AND h.lesson = ?";

    private final Connection connection;
    private final String session;

    /** {@code session} tells the events of one run of the program from those of another. */
    Rows(Connection connection, String session) {
        this.connection = connection;
        this.session = session;
    }

    /** Adds an event and returns its id. A conflict and a hint never were the head: revision 0. */
    long add(Event event) throws SQLException {
        String sql =
                "INSERT INTO event(course, lesson, question, kind, revision, body, sha256,"
                        + " prompt_sha256, lesson_version, wall_time, session)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
        Draft draft = event.draft();
        boolean beside = event.kind() == EventKind.CONFLICT || event.kind() == EventKind.HINT;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            set(insert, event.key());
            insert.setString(4, event.kind().word());
            insert.setLong(5, beside ? 0 : draft.revision());
            insert.setBytes(6, AnswerStore.bytes(draft.body()));
            insert.setString(7, Sha256.of(draft.body()));
            insert.setString(8, draft.promptSha256());
            insert.setString(9, draft.lessonVersion());
            insert.setLong(10, draft.savedAt().toEpochMilli());
            insert.setString(11, session);
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    /**
     * Points the head at an event if its revision still is {@code base}; 0 means there is none yet.
     */
    boolean moveHead(QuestionKey key, long event, long revision, long base) throws SQLException {
        String sql =
                base == 0
                        ? "INSERT OR IGNORE INTO head(course, lesson, question, event, revision)"
                                + " VALUES(?, ?, ?, ?, ?)"
                        : "UPDATE head SET event = ?4, revision = ?5"
                                + " WHERE course = ?1 AND lesson = ?2 AND question = ?3"
                                + " AND revision = ?6";
        try (PreparedStatement move = connection.prepareStatement(sql)) {
            set(move, key);
            move.setLong(4, event);
            move.setLong(5, revision);
            if (base != 0) {
                move.setLong(6, base);
            }
            return move.executeUpdate() == 1;
        }
    }

    /** The answer in force: none or one. */
    List<Draft> head(QuestionKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HEADS + " AND h.question = ?")) {
            set(query, key);
            return EventRow.all(query).stream().map(Event::draft).toList();
        }
    }

    Map<String, Draft> heads(String course, String lesson) throws SQLException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(HEADS + " ORDER BY h.question")) {
            query.setString(1, course);
            query.setString(2, lesson);
            EventRow.all(query).forEach(each -> drafts.put(each.key().question(), each.draft()));
        }
        return drafts;
    }

    /** The answers in force of a whole course. */
    List<Event> heads(String course) throws SQLException {
        String sql =
                "SELECT "
                        + EventRow.COLUMNS
                        + " FROM head h JOIN event e ON e.id = h.event WHERE h.course = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, course);
            return EventRow.all(query);
        }
    }

    List<Event> events(QuestionKey key) throws SQLException {
        String sql =
                "SELECT "
                        + EventRow.COLUMNS
                        + " FROM event e WHERE e.course = ? AND e.lesson = ? AND e.question = ?"
                        + " ORDER BY e.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, key);
            return EventRow.all(query);
        }
    }

    /** The event with this id: none if it was thinned out. */
    List<Event> event(long id) throws SQLException {
        String sql = "SELECT " + EventRow.COLUMNS + " FROM event e WHERE e.id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            return EventRow.all(query);
        }
    }

    /**
     * Drops drafts before {@code hour} but for one of each five minutes, and before {@code day} but
     * for one of each session. What a reset or a restore took away stays, so that it can be undone.
     */
    void thin(long hour, long day) throws SQLException {
        String sql =
                """
                DELETE FROM event WHERE kind = 'draft' AND wall_time < ?1
                AND id NOT IN (SELECT event FROM head)
                AND id NOT IN (
                    SELECT max(id) FROM event WHERE kind = 'draft'
                    GROUP BY course, lesson, question,
                    CASE WHEN wall_time >= ?2 THEN wall_time / 300000 ELSE session END)
                AND id NOT IN (
                    SELECT id FROM (
                        SELECT id, lead(kind) OVER (
                            PARTITION BY course, lesson, question ORDER BY id) AS next
                        FROM event WHERE kind IN ('draft', 'reset', 'restore'))
                    WHERE next IN ('reset', 'restore'))
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, hour);
            delete.setLong(2, day);
            delete.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, QuestionKey key) throws SQLException {
        statement.setString(1, key.course());
        statement.setString(2, key.lesson());
        statement.setString(3, key.question());
    }
}
