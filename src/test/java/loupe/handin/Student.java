package loupe.handin;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import javax.imageio.ImageIO;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.Draft;
import loupe.answer.Evidence;
import loupe.answer.Profile;
import loupe.answer.QuestionKey;
import loupe.answer.SaveListener;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * A student with a course of all types of question and a real store.
 *
 * <pre>
 *   folder/data/answers.db, folder/copies
 *   course: heads (writeup, choice, numeric), tasks (task, writeup, renamed writeup)
 * </pre>
 */
final class Student implements AutoCloseable {
    final Course course;
    final Profile profile;
    final AnswerSaver saver;

    Student(Path folder) throws Exception {
        Path home = Path.of(System.getProperty("loupe.home"));
        course = Course.open(home.resolve("src/test/resources/handin-course"), Set.of());
        AnswerPlace place = new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
        profile = new Profile("first", "Ada Lovelace", "1815", place);
        saver = AnswerSaver.open(place, new Silent());
    }

    Question question(String id) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Lesson lessonOf(String id) {
        return course.lessons().stream()
                .filter(lesson -> lesson.question(id).isPresent())
                .findFirst()
                .orElseThrow();
    }

    QuestionKey key(String id) {
        return new QuestionKey(course.id(), lessonOf(id).id(), id);
    }

    /** Types an answer and waits until it is saved. */
    void writes(String id, String body) throws Exception {
        saver.offer(key(id), body, question(id), lessonOf(id).head().version());
        saver.flush().get();
    }

    /** Changes the code of a Java cell of the lesson "tasks". */
    void codes(String id, String code) throws Exception {
        Lesson lesson = course.lesson("tasks").orElseThrow();
        Cell cell =
                lesson.cells().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        saver.offer(new QuestionKey(course.id(), lesson.id(), id), code, cell, "1");
        saver.flush().get();
    }

    /** Writes to a question that the course no longer has, or has under another name. */
    void wroteOnce(String lesson, String id, String body) throws Exception {
        saver.offer(new QuestionKey(course.id(), lesson, id), body, question("more"), "1");
        saver.flush().get();
    }

    HandIn handIn(Printer printer) {
        return new HandIn(course, profile, saver.past(), printer);
    }

    /** A picture of an attention pattern, as a panel would give it. */
    static Evidence view() throws IOException {
        BufferedImage image = new BufferedImage(480, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column <= row * 2; column++) {
                pen.setColor(new Color(200 - 12 * column, 160 - 10 * row, 230));
                pen.fillRect(column * 40, row * 40, 38, 38);
            }
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Evidence("{\"layer\":4,\"head\":7}", png.toByteArray(), "from,to,weight\n");
    }

    @Override
    public void close() {
        saver.close();
    }

    /** Nobody looks at the status line here. */
    private record Silent() implements SaveListener {
        @Override
        public void saved(Instant at, Set<QuestionKey> keys) {}

        @Override
        public void failed(String sentence) {}

        @Override
        public void recovered() {}

        @Override
        public void told(String sentence) {}

        @Override
        public void conflict(QuestionKey key, String mine, Draft theirs) {}
    }
}
