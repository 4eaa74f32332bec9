package loupe.answer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Stem;
import loupe.lesson.Writeup;

/**
 * What the tests write with: one course, one lesson, its questions, and a look past the program.
 */
final class Desk {
    static final String COURSE = "demo";
    static final String LESSON = "attention";
    static final QuestionKey W1 = key("w1");
    static final QuestionKey W2 = key("w2");

    private Desk() {}

    static QuestionKey key(String question) {
        return new QuestionKey(COURSE, LESSON, question);
    }

    static Question question(String id, String prompt) {
        return question(id, prompt, "");
    }

    static Question question(String id, String prompt, String was) {
        Stem bare = Stem.bare(id, prompt);
        Stem stem =
                new Stem(id, prompt, bare.promptHtml(), 4, was, List.of(), List.of(), List.of());
        return new Writeup(stem, Writeup.Limits.NONE, "");
    }

    static Lesson lesson(String id, String... questions) {
        return lesson(id, Stream.of(questions).map(each -> question(each, "What is it?")).toList());
    }

    static Lesson lesson(String id, List<Question> questions) {
        return lesson(id, questions, List.of());
    }

    static Lesson lesson(String id, List<Question> questions, List<Cell> cells) {
        return new Lesson(
                new Lesson.Head(id, id, "en", "", "1.0", "", List.of(), List.of()),
                "<main></main>",
                questions,
                List.of(),
                cells,
                List.of(),
                Path.of(id, "lesson.md"));
    }

    static Course course(String id, Lesson... lessons) {
        return new Course(id, id, "1", List.of(), List.of(lessons), List.of());
    }

    static void type(AnswerSaver saver, QuestionKey key, String text) {
        saver.offer(key, text, question(key.question(), "What is it?"), "1.0");
    }

    /** Types and waits until it is on the disk. */
    static void save(AnswerSaver saver, QuestionKey key, String text) throws Exception {
        type(saver, key, text);
        saver.flush().get();
    }

    static String body(AnswerSaver saver, QuestionKey key) throws Exception {
        Map<String, Draft> drafts = saver.load(key.course(), key.lesson()).get();
        return drafts.containsKey(key.question()) ? drafts.get(key.question()).body() : "none";
    }

    /** Asks the file itself, past the program. */
    static String ask(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getObject(1)) : "nothing";
        }
    }

    static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
