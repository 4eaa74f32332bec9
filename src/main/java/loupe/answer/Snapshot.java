package loupe.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * All answers of a course as they stood on the disk at one moment.
 *
 * @param answers by what they are filed under
 * @param handedIn the SHA-256 of the text of each answer that was handed in last
 * @param evidence the views that the answers name, by their SHA-256
 */
public record Snapshot(
        String course,
        Map<QuestionKey, Filed> answers,
        Map<QuestionKey, String> handedIn,
        Map<String, Evidence> evidence) {

    public Snapshot {
        answers = Map.copyOf(answers);
        handedIn = Map.copyOf(handedIn);
        evidence = Map.copyOf(evidence);
    }

    /** The answer to a question, wherever it lies. */
    public Optional<Filed> answer(Lesson lesson, Question question) {
        return Filing.keys(course, lesson.id(), question).stream()
                .filter(answers::containsKey)
                .map(answers::get)
                .findFirst();
    }

    /** By lesson id, the questions of the course that have an answer that is not blank. */
    Map<String, Set<String>> answered(Course now) {
        Map<String, Set<String>> answered = new TreeMap<>();
        for (Lesson lesson : now.lessons()) {
            for (Question question : lesson.questions()) {
                if (answer(lesson, question).filter(Snapshot::says).isPresent()) {
                    answered.computeIfAbsent(lesson.id(), id -> new TreeSet<>()).add(question.id());
                }
            }
        }
        return answered;
    }

    private static boolean says(Filed answer) {
        return !answer.draft().body().isBlank();
    }

    /** The code of the Java cells that was changed, in the order of the course. */
    public List<Filed> changedCode(Course now) {
        return Filing.cells(now).stream()
                .filter(answers::containsKey)
                .map(answers::get)
                .filter(Snapshot::says)
                .toList();
    }

    /** The answers whose question is gone from the course, in the order of their keys. */
    public List<Filed> gone(Course now) {
        Set<QuestionKey> claimed = Filing.claimed(now);
        return answers.values().stream()
                .filter(each -> !claimed.contains(each.key()) && says(each))
                .sorted(Comparator.comparing(each -> each.key().toString()))
                .toList();
    }
}
