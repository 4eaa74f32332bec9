package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A course with every mistake once: each folder of {@code src/test/resources/broken-course} holds a
 * lesson and, word for word, what is said of it.
 */
class BrokenCourseTest {
    private static final Path ROOT =
            Path.of(System.getProperty("loupe.home"), "src/test/resources/broken-course");

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Lesson read(Path folder) throws LessonTrouble {
        Course course = Course.open(ROOT, Set.of("neuron", "logits"));
        return course.lessons().stream()
                .filter(each -> each.folder().endsWith(folder.getFileName()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aMistakeIsToldWordForWord(Path folder) throws Exception {
        String expected = Files.readString(folder.resolve("expected.txt"));
        assertEquals(expected, Finding.print(read(folder).findings()));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aLessonWithMistakesStillHasAPageThatShowsThem(Path folder) throws Exception {
        Lesson lesson = read(folder);
        boolean errors =
                lesson.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
        assertTrue(lesson.html().startsWith("<main class=\"lesson\""), lesson.html());
        assertEquals(errors, lesson.html().contains("<section class=\"findings\">"));
    }

    @Test
    void whatFollowsAMistakeIsStillShown() throws Exception {
        String html = read(ROOT.resolve("d001-never-closed")).html();
        assertTrue(html.contains("data-question=\"w1\""), html);
        assertTrue(html.contains("<p>After.</p>"), html);
    }

    @Test
    void theBlocksThatWereMeantAreReadDespiteAShortOuterFence() throws Exception {
        Question question = read(ROOT.resolve("d003-fence")).questions().get(0);
        assertEquals("What?\n\n\nMore of the question.", question.prompt());
        assertEquals(List.of("<p>Look.</p>\n"), question.hints());
    }

    @Test
    void secretsAreLeftOutOfThePage() throws Exception {
        Lesson lesson = read(ROOT.resolve("s001-secret"));
        int page = lesson.html().indexOf("</section>");
        assertTrue(lesson.html().indexOf("secret answer") < 0, lesson.html());
        assertTrue(lesson.html().indexOf("The secret is 3", page) < 0, lesson.html());
    }
}
