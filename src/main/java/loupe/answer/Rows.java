package loupe.answer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import loupe.lesson.Sha256;

/**
 * The statements on the tables. Texts are kept as UTF-8 bytes, so that every character survives.
 */
final class Rows {
    private static final String DRAFT =
            "e.course, e.lesson, e.question, e.kind, e.revision, e.body, e.sha256,"
                    + " e.prompt_sha256, e.lesson_version, e.wall_time";
    private static final String HEADS =
            "SELECT "
                    + DRAFT
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
            return read(query).stream().map(Event::draft).toList();
        }
    }

    Map<String, Draft> heads(String course, String lesson) throws SQLException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(HEADS + " ORDER BY h.question")) {
            query.setString(1, course);
            query.setString(2, lesson);
            read(query).forEach(each -> drafts.put(each.key().question(), each.draft()));
        }
        return drafts;
    }

    /** The answers in force of a whole course. */
    List<Event> heads(String course) throws SQLException {
        String sql =
                "SELECT "
                        + DRAFT
                        + " FROM head h JOIN event e ON e.id = h.event WHERE h.course = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, course);
            return read(query);
        }
    }

    /** The lessons that have answers. */
    List<LessonKey> lessons() throws SQLException {
        String sql = "SELECT DISTINCT course, lesson FROM head ORDER BY 1, 2";
        List<LessonKey> lessons = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lessons.add(new LessonKey(row.getString(1), row.getString(2)));
            }
        }
        return lessons;
    }

    /** The courses that have answers. */
    List<String> courses() throws SQLException {
        List<String> courses = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT DISTINCT course FROM head ORDER BY 1");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                courses.add(row.getString(1));
            }
        }
        return courses;
    }

    List<Event> events(QuestionKey key) throws SQLException {
        String sql =
                "SELECT "
                        + DRAFT
                        + " FROM event e WHERE e.course = ? AND e.lesson = ? AND e.question = ?"
                        + " ORDER BY e.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, key);
            return read(query);
        }
    }

    /** The versions of an answer, oldest first, without their texts. */
    List<Version> versions(QuestionKey key) throws SQLException {
        String sql =
                "SELECT id, kind, wall_time, sha256, prompt_sha256, lesson_version, length(body)"
                        + " FROM event WHERE course = ? AND lesson = ? AND question = ?"
                        + " AND kind <> 'hint' ORDER BY id";
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, key);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(
                            new Version(
                                    row.getLong(1),
                                    kind(row.getString(2)),
                                    Instant.ofEpochMilli(row.getLong(3)),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getInt(7)));
                }
            }
        }
        return versions;
    }

    /** The event with this id: none if it was thinned out. */
    List<Event> event(long id) throws SQLException {
        String sql = "SELECT " + DRAFT + " FROM event e WHERE e.id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            return read(query);
        }
    }

    /** By question, the numbers of the hints that were opened. */
    Map<String, Set<Integer>> hints(String course, String lesson) throws SQLException {
        String sql =
                "SELECT question, CAST(CAST(body AS TEXT) AS INTEGER) FROM event"
                        + " WHERE course = ? AND lesson = ? AND kind = 'hint'";
        Map<String, Set<Integer>> hints = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, course);
            query.setString(2, lesson);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    hints.computeIfAbsent(row.getString(1), question -> new TreeSet<>())
                            .add(row.getInt(2));
                }
            }
        }
        return hints;
    }

    /** The SHA-256 of what was handed in last of each answer. */
    Map<QuestionKey, String> handedIn(String course) throws SQLException {
        String sql =
                "SELECT lesson, question, sha256 FROM event"
                        + " WHERE course = ? AND kind = 'hand-in' ORDER BY id";
        Map<QuestionKey, String> handedIn = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, course);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    QuestionKey key = new QuestionKey(course, row.getString(1), row.getString(2));
                    handedIn.put(key, row.getString(3));
                }
            }
        }
        return handedIn;
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

    /** Every event whose text matches its SHA-256, until the file cannot be read any further. */
    static SortedMap<Long, Event> readable(Connection connection) {
        SortedMap<Long, Event> events = new TreeMap<>();
        for (String order : List.of("ASC", "DESC")) { // from both ends of a torn file
            String sql = "SELECT " + DRAFT + ", e.id FROM event e ORDER BY e.id " + order;
            try (PreparedStatement query = connection.prepareStatement(sql);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (isGood(rows)) {
                        events.put(rows.getLong(11), event(rows));
                    }
                }
            } catch (SQLException e) {
                System.getLogger(Rows.class.getName())
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
                        connection.prepareStatement("SELECT " + DRAFT + " FROM event e");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (!isGood(rows)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isGood(ResultSet row) throws SQLException {
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

    private static List<Event> read(PreparedStatement query) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    private static Event event(ResultSet row) throws SQLException {
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

    private static EventKind kind(String word) throws SQLException {
        return EventKind.of(word).orElseThrow(() -> new SQLException("not a kind of event"));
    }

    private static String text(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(6);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void set(PreparedStatement statement, QuestionKey key) throws SQLException {
        statement.setString(1, key.course());
        statement.setString(2, key.lesson());
        statement.setString(3, key.question());
    }
}
