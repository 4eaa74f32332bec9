package loupe.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A course: a folder with a {@code course.yaml} and its lessons in their order. Start here. */
public record Course(
        String id,
        String title,
        String version,
        List<String> models,
        List<Lesson> lessons,
        List<Finding> findings) {

    public Course {
        if (!Ids.isLesson(id)) {
            throw new IllegalArgumentException("not a course id: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(version);
        models = List.copyOf(models);
        lessons = List.copyOf(lessons);
        findings = List.copyOf(findings);
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(each -> each.id().equals(id)).findFirst();
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

    /** Everything wrong with a course, in the order of its files, translations included. */
    public static List<Finding> check(Path folder, Vocabulary vocabulary) {
        try {
            CourseReader reader = new CourseReader(folder, vocabulary);
            Course course = reader.read();
            return Stream.of(
                            course.findings().stream(),
                            course.lessons().stream().flatMap(each -> each.findings().stream()),
                            reader.translations(course).stream())
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
        } catch (LessonTrouble e) {
            return e.findings();
        }
    }

    /** Its {@code ids.lock} as it must be once it is published as it is. */
    public String idsLock(Path folder) throws LessonTrouble {
        return Published.read(folder, new Findings()).with(lessons);
    }
}
