package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of writing a lesson, done as it says. */
class ReadmeTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)\\n````markdown\\n(---\\n.*?)\\n````\\n");

    @Test
    void theLessonInTheReadmeIsALesson(@TempDir Path course) throws Exception {
        String readme =
                Files.readString(Path.of(System.getProperty("loupe.home")).resolve("README.md"));
        Matcher example = EXAMPLE.matcher(readme);
        assertEquals(true, example.find(), "the README has a lesson");
        Files.createDirectories(course.resolve("first"));
        Files.writeString(course.resolve("first/lesson.md"), example.group(1) + "\n");
        Files.writeString(
                course.resolve("course.yaml"),
                "schema: 1\nid: mine\ntitle: Mine\nlessons: [first]\nmodels: [course/gpt]\n");
        Lesson lesson = Course.open(course, Set.of("neuron")).lessons().get(0);
        assertEquals("", Finding.print(lesson.findings()));
        assertEquals(
                List.of("what-you-see"), lesson.questions().stream().map(Question::id).toList());
        assertEquals(1, lesson.questions().get(0).hints().size());
        assertEquals(
                List.of("exp-first"), lesson.experiments().stream().map(Experiment::id).toList());
    }
}
