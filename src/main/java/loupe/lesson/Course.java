package loupe.lesson;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A course: a folder with a {@code course.yaml} and its lessons in their order. Start here.
 *
 * @param lessons each in the language it is read in now
 * @param versions all lessons in all their languages; of each lesson the original comes first
 */
public record Course(
        String id,
        String title,
        String version,
        List<String> models,
        List<Lesson> lessons,
        List<Lesson> versions,
        List<Finding> findings) {

    /** A course without translations. */
    public Course(
            String id,
            String title,
            String version,
            List<String> models,
            List<Lesson> lessons,
            List<Finding> findings) {
        this(id, title, version, models, lessons, lessons, findings);
    }

    public Course {
        if (!Ids.isLesson(id)) {
            throw new IllegalArgumentException("not a course id: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(version);
        models = List.copyOf(models);
        lessons = List.copyOf(lessons);
        versions = List.copyOf(versions);
        findings = List.copyOf(findings);
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The languages it can be read in, as the lessons name them, the original's first. */
    public List<String> languages() {
        return versions.stream()
                .map(each -> each.head().lang())
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** The same course in another language; a lesson that has no such translation in its own. */
    public Course in(String language) {
        List<Lesson> translated =
                lessons.stream().map(each -> version(each.id(), language).orElse(each)).toList();
        return new Course(id, title, version, models, translated, versions, findings);
    }

    /** A lesson in a language, or else as it was written. */
    private Optional<Lesson> version(String lesson, String language) {
        List<Lesson> all = versions.stream().filter(each -> each.id().equals(lesson)).toList();
        return all.stream()
                .filter(each -> each.head().lang().equals(language))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /**
     * Reads a course and all its lessons. {@code views} are the panels there are: an experiment
     * with another view is a finding. Mistakes in the lessons are their findings; only a course
     * without a readable {@code course.yaml} is a trouble.
     */
    public static Course open(Path folder, Set<String> views) throws LessonTrouble {
        return open(folder, Vocabulary.ofViews(views));
    }

    /** The same with all the names there are, so that every mistake is found. */
    public static Course open(Path folder, Vocabulary vocabulary) throws LessonTrouble {
        return new CourseReader(folder, vocabulary).read();
    }

    /**
     * Everything wrong with a course: in the order of its files, with its translations and its
     * Java.
     */
    public static List<Finding> check(Path folder, Vocabulary vocabulary) {
        try {
            CourseReader reader = new CourseReader(folder, vocabulary);
            Course course = reader.read();
            List<Finding> translations = reader.translations(course);
            return inOrder(
                    Stream.of(
                                    course.findings(),
                                    course.lessons().stream()
                                            .flatMap(each -> each.findings().stream())
                                            .toList(),
                                    translations,
                                    reader.cells())
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        } catch (LessonTrouble e) {
            return e.findings();
        }
    }

    /** File by file as they come, and in each from its beginning on. */
    private static List<Finding> inOrder(List<Finding> findings) {
        List<String> files = findings.stream().map(each -> each.spot().file()).distinct().toList();
        return findings.stream()
                .sorted(
                        Comparator.comparingInt((Finding each) -> files.indexOf(each.spot().file()))
                                .thenComparingInt(each -> each.spot().line())
                                .thenComparingInt(each -> each.spot().column()))
                .toList();
    }

    /** Its {@code ids.lock} as it must be once it is published as it is. */
    public String idsLock(Path folder) throws LessonTrouble {
        return Published.read(folder, new Findings()).with(lessons);
    }
}
