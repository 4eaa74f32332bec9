package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private static final Vocabulary NAMES =
            new Vocabulary(
                    Set.of("attention", "logits", "neuron", "head"),
                    Map.of(
                            "display", Set.of("lines", "map", "table"),
                            "weights", Set.of("trained", "random"),
                            "kind", Set.of("self", "cross")),
                    Set.of("layer", "head"),
                    Map.of("course/gpt", new Vocabulary.Shape(4, 4)));

    private static final List<Finding> ALL = Course.check(ROOT, NAMES);

    @Test
    void withoutACompilerOneWarningSaysThatCellsAreNotChecked() throws Exception {
        Path folder = ROOT.resolve("j001-cell");
        Source source = Source.read(folder.resolve("lesson.md"), "j001-cell/lesson.md");
        Cell cell = new Cell("mean", "", List.of(), 10, false, false, false);
        CellBlock block = new CellBlock(cell, source, source.wholeLine(7, 0), List.of(), true);
        assertEquals(
                """
                j001-cell/lesson.md:8:1: warning[J001]: Java cells are not checked, because this Java has no compiler
                     8 | ```java cell {#mean}
                       | ^^^^^^^^^^^^^^^^^^^^
                  fix: start Loupe with a JDK, which has one
                """,
                Finding.print(CellCheck.check(List.of(block, block), Optional.empty())));
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(each -> Files.exists(each.resolve("lesson.md")))
                    .sorted()
                    .toList();
        }
    }

    private static Lesson read(Path folder) throws LessonTrouble {
        Course course = Course.open(ROOT, NAMES);
        return course.lessons().stream()
                .filter(each -> each.folder().endsWith(folder.getFileName()))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Predicate<String> files) {
        return Finding.print(ALL.stream().filter(each -> files.test(each.spot().file())).toList());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aMistakeIsToldWordForWord(Path folder) throws Exception {
        String expected = Files.readString(folder.resolve("expected.txt"));
        assertEquals(expected, told(file -> file.startsWith(folder.getFileName() + "/")));
    }

    @Test
    void whatIsWrongWithTheCourseItselfIsToldWordForWord() throws Exception {
        String expected = Files.readString(ROOT.resolve("expected.txt"));
        assertEquals(
                expected,
                told(file -> !Files.exists(ROOT.resolve(file).resolveSibling("lesson.md"))));
    }

    @Test
    void everyCodeIsToldOfSomeLesson() throws Exception {
        Set<String> codes =
                ALL.stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                "[A001, B001, D001, D002, D003, D004, E001, E002, E003, E004, E005, E006, E007,"
                        + " E008, E009, F001, I001, J001, L001, Q001, Q002, Q003, Q004, Q010, Q011, Q012,"
                        + " Q013, Q014, S001, S002, W001, W002, W003, W005, W006, W007, Y001,"
                        + " Y002]",
                codes.toString());
    }

    @Test
    void aQuestionOfTheBankIsTheLessonsOwn() throws Exception {
        Lesson lesson = read(ROOT.resolve("b001-bank"));
        Question question = lesson.questions().get(0);
        assertEquals("compare", question.id());
        assertEquals(2, question.points());
        assertEquals("Compare **two** heads.", question.prompt());
        assertEquals(List.of("<p>Look at the rows.</p>\n"), question.hints());
        assertTrue(lesson.html().contains("data-question=\"compare\""), lesson.html());
    }

    @Test
    void aTextThatNamesAFileIsWhatTheFileSays() throws Exception {
        assertEquals(
                List.of("The quick brown fox", "A text that is no file.txt"),
                read(ROOT.resolve("e002-text")).experiments().get(2).settings().get("texts"));
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
        assertEquals(List.of("<p>Look.</p>\n", "<p>Look again.</p>\n"), question.hints());
    }

    @Test
    void secretsAreLeftOutOfThePage() throws Exception {
        Lesson lesson = read(ROOT.resolve("s001-secret"));
        int page = lesson.html().indexOf("</section>");
        assertTrue(lesson.html().indexOf("secret answer") < 0, lesson.html());
        assertTrue(lesson.html().indexOf("The secret is 3", page) < 0, lesson.html());
    }
}
