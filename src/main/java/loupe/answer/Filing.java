package loupe.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * Where the answers to a question lie: under its own id, and under the one it had before, which
 * {@code was=} names ({@code old-id}, or {@code old-lesson/old-id} if it came from another lesson).
 */
final class Filing {
    private Filing() {}

    /** The keys of a question: its own first. */
    static List<QuestionKey> keys(String course, String lesson, Question question) {
        List<QuestionKey> keys = new ArrayList<>();
        keys.add(new QuestionKey(course, lesson, question.id()));
        String was = question.was();
        int slash = was.indexOf('/');
        String oldLesson = slash < 0 ? lesson : was.substring(0, slash);
        String oldId = was.substring(slash + 1);
        if (QuestionKey.isKey(course, oldLesson, oldId)) {
            keys.add(new QuestionKey(course, oldLesson, oldId));
        }
        return keys;
    }

    /** Every key that a question or a Java cell of the course answers to. */
    static Set<QuestionKey> claimed(Course course) {
        Set<QuestionKey> claimed = new HashSet<>();
        for (Lesson lesson : course.lessons()) {
            for (Question question : lesson.questions()) {
                claimed.addAll(keys(course.id(), lesson.id(), question));
            }
        }
        claimed.addAll(cells(course));
        return claimed;
    }

    /** The keys of the Java cells that can be changed, in the order of the course. */
    static List<QuestionKey> cells(Course course) {
        List<QuestionKey> keys = new ArrayList<>();
        for (Lesson lesson : course.lessons()) {
            lesson.cells().stream()
                    .filter(Cell::isOpen)
                    .map(each -> new QuestionKey(course.id(), lesson.id(), each.id()))
                    .forEach(keys::add);
        }
        return keys;
    }
}
