package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loupe.RunCells;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New courses and lessons: they hold one of everything, and nothing is wrong with them. */
class BeginningTest {
    private static final Vocabulary NAMES =
            new Vocabulary(
                    Set.of("neuron", "head"),
                    Map.of(),
                    Set.of("layer", "head"),
                    Map.of("course/gpt", new Vocabulary.Shape(4, 4)));

    @TempDir Path folder;

    private final Beginning beginning = new Beginning(NAMES);

    @Test
    void aNewCourseLintsClean() throws Exception {
        Path course = beginning.course("Seeing what \"attention\" does", folder);
        assertEquals(folder.resolve("seeing-what-attention-does"), course);
        assertEquals("", Finding.print(Course.check(course, NAMES)));
        assertEquals("Seeing what \"attention\" does", Course.open(course, NAMES).title());
    }

    @Test
    void aNewLessonHasEveryBlock() throws Exception {
        Path course = beginning.course("Demo", folder);
        Lesson lesson = Course.open(course, NAMES).lessons().get(0);
        assertEquals(
                "[choice, numeric, task, writeup]",
                lesson.questions().stream()
                        .map(Question::block)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString());
        assertEquals(2, lesson.experiments().size());
        assertEquals(
                "The dog sitting in the car saw a cat.",
                lesson.experiments().get(1).settings().get("text"));
        assertEquals(
                List.of("softmax", "three-scores"), lesson.cells().stream().map(Cell::id).toList());
        assertEquals("", RunCells.printed(lesson, "softmax"));
        assertEquals(
                "[0.6652409557748219, 0.24472847105479764, 0.09003057317038046]",
                RunCells.printed(lesson, "three-scores").strip());
        Question first = lesson.questions().get(0);
        assertEquals(2, first.hints().size());
        assertEquals(1, first.references().size());
        assertEquals(2, first.rubric().size());
        String text = Files.readString(lesson.source());
        for (String block :
                List.of("> [!NOTE]", "- [ ]", "| a token", "![", "$score", "::use[", "> Not at")) {
            assertTrue(text.contains(block), block);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lessons:\n  - lessons/01-first-lesson\nmodels: [course/gpt]\n",
                "lessons: [lessons/01-first-lesson]\nmodels: [course/gpt]",
                "lessons:\n- lessons/01-first-lesson",
                "models:\n  - course/gpt\n",
                "models: [org/other]\n",
            })
    void anotherLessonFindsItsPlaceInAnyFormOfTheList(String rest) throws Exception {
        Path course = beginning.course("Demo", folder);
        Files.writeString(
                course.resolve("course.yaml"), "schema: 1\nid: demo\ntitle: Demo\n" + rest);
        Path made = beginning.lesson("Füße & Köpfe", course.resolve("lessons"));
        assertEquals(course.resolve("lessons/02-fusse-kopfe"), made);
        Course open = Course.open(course, NAMES);
        assertEquals(
                List.of("first-lesson", "fusse-kopfe"),
                open.lessons().stream().map(Lesson::id).toList());
        assertEquals("Füße & Köpfe", open.lessons().get(1).title());
        assertEquals(
                "",
                Finding.print(
                        Course.check(course, NAMES).stream()
                                .filter(each -> each.spot().file().startsWith("lessons/02"))
                                .toList()));
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws Exception {
        beginning.course("Demo", folder);
        AuthorTrouble trouble =
                assertThrows(AuthorTrouble.class, () -> beginning.course("Demo", folder));
        assertEquals(
                folder.resolve("demo")
                        + " is there already. Choose another title, or move it away.",
                trouble.getMessage());
    }

    @Test
    void aTitleIsAskedForWhereThereIsNone() {
        AuthorTrouble trouble =
                assertThrows(AuthorTrouble.class, () -> beginning.course(" ", folder));
        assertEquals(
                "A course needs a title: installer/run new course \"Title\"", trouble.getMessage());
    }

    @Test
    void aLessonOutsideACourseIsOneSentence() {
        AuthorTrouble trouble =
                assertThrows(AuthorTrouble.class, () -> beginning.lesson("Demo", folder));
        assertTrue(trouble.getMessage().contains("has a course.yaml"), trouble.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "A first look,a-first-look",
        "Ünïcode,unicode",
        "注意,lesson-4ffef8f3",
        "AI,ai-lesson",
        "'!!',lesson-233d26e9",
        "The very long title of a lesson that says all of what it is about,"
                + "the-very-long-title-of-a-lesson-that-say",
    })
    void aTitleBecomesAnId(String title, String id) {
        assertEquals(id, Beginning.slug(title, "lesson"));
    }
}
