package loupe.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The statements that list what there is, without the texts. */
final class Overview {
    private final Connection connection;

    Overview(Connection connection) {
        this.connection = connection;
    }

    /** The versions of an answer, oldest first, without their texts. */
    List<Version> versions(QuestionKey key) throws SQLException {
        String sql =
                "SELECT id, kind, wall_time, sha256, prompt_sha256, lesson_version, length(body)"
                        + " FROM event WHERE course = ? AND lesson = ? AND question = ?"
                        + " AND kind <> 'hint' ORDER BY id";
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Rows.set(query, key);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(
                            new Version(
                                    row.getLong(1),
                                    EventRow.kind(row.getString(2)),
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
}
