package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Courses on disk: the one that ships, and such as cannot be opened. */
class CourseTest {
    private static final Set<String> VIEWS =
            Set.of("gradient", "head", "heads", "model", "neuron", "vectors");
    private static final Path SHIPPED = Path.of(System.getProperty("loupe.home"), "lessons");

    @TempDir Path folder;

    private void course(String yaml) throws IOException {
        Files.writeString(folder.resolve("course.yaml"), yaml);
    }

    private Path lesson(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("lesson.md");
        return Files.writeString(file, text);
    }

    private static String front(String id) {
        return "---\nschema: 1\nid: " + id + "\ntitle: T\nlang: en\n---\n";
    }

    private String trouble() {
        return assertThrows(LessonTrouble.class, () -> Course.open(folder, VIEWS)).getMessage();
    }

    @Test
    void everyLessonThatShipsIsReadWithoutAFinding() throws Exception {
        Course course = Course.open(SHIPPED, VIEWS);
        assertEquals("", Finding.print(course.findings()));
        for (Lesson lesson : course.lessons()) {
            assertEquals("", Finding.print(lesson.findings()));
        }
        assertEquals("loupe", course.id());
        assertEquals("Inside transformers", course.title());
    }

    @Test
    void theSecondLessonHasItsFourExperimentsAndTwoQuestions() throws Exception {
        Lesson lesson = Course.open(SHIPPED, VIEWS).lesson("attention-in-gpt").orElseThrow();
        assertEquals(
                List.of(
                        "The dog ran",
                        "The dog sitting in the car",
                        "Jaime Salazar is running for election. Despite his party affiliation, Mr.",
                        "At the store, she bought apples, oranges, bananas,"),
                lesson.experiments().stream().map(each -> each.settings().get("text")).toList());
        assertEquals(
                List.of("alike-and-different", "layer-to-layer"),
                lesson.questions().stream().map(Question::id).toList());
        assertEquals(6, lesson.questions().get(0).points());
        Writeup first = (Writeup) lesson.questions().get(0);
        assertEquals(new Writeup.Limits(120, 500), first.words());
        assertEquals("across-a-stop", first.evidence());
        assertEquals(3, lesson.questions().get(0).hints().size());
    }

    @Test
    void noReferenceAnswerReachesThePage() throws Exception {
        Lesson lesson = Course.open(SHIPPED, VIEWS).lesson("attention-in-gpt").orElseThrow();
        assertTrue(Files.readString(lesson.source()).contains("Alike by construction"));
        assertTrue(!lesson.html().contains("Alike by construction"));
        assertTrue(!lesson.questions().get(0).prompt().contains("Alike by construction"));
    }

    @Test
    void lessonsStandInTheOrderOfTheCourse() throws Exception {
        course("id: demo\ntitle: Demo\nlessons: [b, a]\n");
        lesson("a", front("first"));
        lesson("b", front("second"));
        assertEquals(
                List.of("second", "first"),
                Course.open(folder, VIEWS).lessons().stream().map(Lesson::id).toList());
    }

    @Test
    void withoutAListLessonsStandInTheOrderOfTheirFolders() throws Exception {
        course("id: demo\ntitle: Demo\n");
        lesson("02", front("second"));
        lesson("01", front("first"));
        assertEquals(
                List.of("first", "second"),
                Course.open(folder, VIEWS).lessons().stream().map(Lesson::id).toList());
    }

    @Test
    void aMissingLessonIsAPageThatSaysSo() throws Exception {
        course("id: demo\ntitle: Demo\nlessons: [gone]\n");
        Lesson lesson = Course.open(folder, VIEWS).lessons().get(0);
        assertTrue(
                lesson.html()
                        .contains(
                                "<p>gone/lesson.md is not there: put it back, or take it out of"
                                        + " course.yaml.</p>"),
                lesson.html());
        assertEquals("gone", lesson.title());
    }

    @Test
    void aSecondLessonWithTheSameIdIsRefusedSoThatAnswersDoNotMix() throws Exception {
        course("id: demo\ntitle: Demo\nlessons: [a, b]\n");
        lesson("a", front("same"));
        lesson("b", front("same"));
        Lesson second = Course.open(folder, VIEWS).lessons().get(1);
        assertEquals("lesson-b", second.id());
        assertEquals(
                "b/lesson.md: error[Q004]: b/lesson.md has the id \"same\" of another lesson: give"
                        + " it an id of its own.\n",
                Finding.print(second.findings()));
    }

    @Test
    void aFolderWithoutACourseFileIsOneSentence() {
        assertEquals("course.yaml is not there: put it back, or name another folder.", trouble());
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence() {
        Path gone = folder.resolve("gone");
        LessonTrouble trouble = assertThrows(LessonTrouble.class, () -> Course.open(gone, VIEWS));
        assertEquals(
                "There is no course at " + gone + ": name a folder that has a course.yaml in it.",
                trouble.getMessage());
    }

    @Test
    void aDamagedCourseFileIsOneSentenceWithThePlace() throws Exception {
        course("id: demo\ntitle: \"Demo\nlessons: [a\n");
        assertTrue(
                trouble()
                        .startsWith(
                                "The course cannot be opened, because its course.yaml has a"
                                        + " mistake:\ncourse.yaml:4:1: error[Y001]: this is not"
                                        + " YAML:"),
                trouble());
    }

    @Test
    void aCourseWithoutAnIdCannotKeepAnswers() throws Exception {
        course("title: Demo\n");
        assertEquals(
                """
                The course cannot be opened, because its course.yaml has a mistake:
                course.yaml:1:1: error[Y002]: "id" is missing
                     1 | title: Demo
                       | ^^^^^^^^^^^
                  fix: write id: ...""",
                trouble());
    }

    @Test
    void aLessonOutsideTheCourseIsRefused() throws Exception {
        course("id: demo\ntitle: Demo\nlessons: [../other]\n");
        assertEquals(
                "The lesson \"../other\" in course.yaml does not lie inside the course: name a"
                        + " folder beside course.yaml.",
                trouble());
    }

    @Test
    void aCourseFileOfRandomBytesIsOneSentence() throws Exception {
        Files.write(folder.resolve("course.yaml"), new byte[] {0, (byte) 0xff, 3, 7});
        assertEquals("course.yaml is not UTF-8 text: save it again as UTF-8.", trouble());
    }

    @Test
    void aPictureIsFoundOnlyInsideTheFiguresOfItsLesson() throws Exception {
        course("id: demo\ntitle: Demo\nlessons: [a]\n");
        lesson("a", front("first"));
        Path figures = Files.createDirectories(folder.resolve("a/figures"));
        Files.write(figures.resolve("x.png"), new byte[] {1});
        Files.write(folder.resolve("secret.png"), new byte[] {1});
        Files.createSymbolicLink(figures.resolve("out.png"), folder.resolve("secret.png"));
        Lesson lesson = Course.open(folder, VIEWS).lessons().get(0);
        assertTrue(lesson.figure("figures/x.png").isPresent());
        for (String address :
                List.of(
                        "figures/../lesson.md",
                        "figures/../../secret.png",
                        "/etc/passwd",
                        "figures/out.png",
                        "figures/none.png",
                        "figures\\x.png",
                        "figures/x.png\0",
                        "lesson.md",
                        "")) {
            assertTrue(lesson.figure(address).isEmpty(), address);
        }
    }
}
