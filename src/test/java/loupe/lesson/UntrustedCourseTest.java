package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Courses from people one does not know, as real files: what they may not reach, and what stops.
 */
class UntrustedCourseTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));
    private static final String FRONT = "---\nschema: 1\nid: %s\ntitle: T\nlang: en\n---\n\n";

    @TempDir Path folder;
    private Path course;

    @BeforeEach
    void begin() throws IOException {
        course = Files.createDirectories(folder.resolve("course"));
        Files.writeString(course.resolve("course.yaml"), "id: demo\ntitle: Demo\nlessons: [a]\n");
        Files.writeString(folder.resolve("secret.txt"), "the secret");
        Files.writeString(folder.resolve("secret.md"), FRONT.formatted("secret") + "the secret");
    }

    private Path lesson(String body) throws IOException {
        Path file = Files.createDirectories(course.resolve("a")).resolve("lesson.md");
        return Files.writeString(file, FRONT.formatted("demo-lesson") + body);
    }

    private String told() {
        return Finding.print(Course.check(course, NAMES));
    }

    private String page() throws Exception {
        return Course.open(course, NAMES).lessons().get(0).html();
    }

    @Test
    void aLessonThatIsALinkOutOfTheCourseIsNotRead() throws Exception {
        Files.createDirectories(course.resolve("a"));
        Files.createSymbolicLink(course.resolve("a/lesson.md"), folder.resolve("secret.md"));
        assertEquals(
                "a/lesson.md: error[F001]: a/lesson.md is a link that leads out of the course: put"
                        + " the file itself there.\n",
                told());
        assertFalse(page().contains("the secret"));
    }

    @Test
    void aFolderThatIsALinkOutOfTheCourseIsNotRead() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.move(folder.resolve("secret.md"), outside.resolve("lesson.md"));
        Files.createSymbolicLink(course.resolve("a"), outside);
        assertTrue(told().contains("is a link that leads out of the course"), told());
        assertFalse(page().contains("the secret"));
    }

    @Test
    void aKeyThatIsALinkOutOfTheCourseIsNotRead() throws Exception {
        lesson("Text.");
        Files.createSymbolicLink(course.resolve("a/key.md"), folder.resolve("secret.md"));
        assertTrue(told().contains("a/key.md is a link that leads out of the course"), told());
    }

    @Test
    void aFolderOfFiguresThatIsALinkShowsNothingFromOutside() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.write(outside.resolve("x.png"), new byte[] {1});
        lesson("![A picture](figures/x.png)");
        Files.createSymbolicLink(course.resolve("a/figures"), outside);
        assertTrue(told().contains("error[F001]: there is no picture \"figures/x.png\""), told());
        assertTrue(Course.open(course, NAMES).lessons().get(0).figure("figures/x.png").isEmpty());
    }

    @Test
    void aTextFromOutsideNeverReachesAnExperiment() throws Exception {
        Files.createDirectories(course.resolve("a/texts"));
        Files.createSymbolicLink(course.resolve("a/texts/x.txt"), folder.resolve("secret.txt"));
        for (String text :
                List.of(
                        "texts/x.txt",
                        "texts/../../../secret.txt",
                        "../../secret.txt",
                        folder.resolve("secret.txt").toString(),
                        "../../../shared/texts/../../../secret.txt")) {
            lesson("```yaml experiment {#e}\nview: neuron\ntext: \"" + text + "\"\n```\n");
            assertFalse(page().contains("the secret"), text);
        }
    }

    @Test
    void aBankOutsideTheCourseIsNoBank() throws Exception {
        Files.createDirectories(course.resolve("shared/bank"));
        Files.createSymbolicLink(course.resolve("shared/bank/b.md"), folder.resolve("secret.md"));
        for (String bank : List.of("b.md", "../../../secret.md", "/etc/passwd.md")) {
            lesson("::use[x](" + bank + "#w1)\n");
            assertTrue(told().contains("error[B001]"), told());
            assertFalse(page().contains("the secret"), bank);
        }
    }

    @Test
    void picturesAndTextsOfTheCourseItselfAreShared() throws Exception {
        Files.createDirectories(course.resolve("shared/figures"));
        Files.createDirectories(course.resolve("shared/texts"));
        Files.write(course.resolve("shared/figures/x.png"), new byte[] {1});
        Files.writeString(course.resolve("shared/texts/x.txt"), "The dog ran\n");
        lesson(
                "![A picture](../shared/figures/x.png)\n\n```yaml experiment {#e}\nview: neuron\n"
                        + "text: ../shared/texts/x.txt\n```\n");
        assertEquals("", told());
        Lesson lesson = Course.open(course, NAMES).lessons().get(0);
        assertTrue(lesson.html().contains("src=\"/lesson/demo-lesson/shared/figures/x.png\""));
        assertTrue(lesson.figure("shared/figures/x.png").isPresent());
        assertEquals("The dog ran", lesson.experiments().get(0).settings().get("text"));
    }

    @Test
    void aSharedPictureWithTheWrongNumberOfStepsIsToldWithTheRightOne() throws Exception {
        Files.createDirectories(course.resolve("shared/figures"));
        Files.write(course.resolve("shared/figures/x.png"), new byte[] {1});
        lesson("![A picture](../../shared/figures/x.png)");
        assertTrue(told().contains("fix: did you mean \"../shared/figures/x.png\"?"), told());
    }

    @Test
    void everyFileOfTenMegabytesIsRefusedUnread() throws Exception {
        String large = "word ".repeat(2_000_000);
        for (String name : List.of("a/lesson.md", "a/key.md", "a/lesson.de.md", "ids.lock")) {
            lesson("Text.");
            Files.writeString(course.resolve(name), large);
            assertTrue(told().contains(name + " is larger than 512 kB"), told());
            Files.delete(course.resolve(name));
        }
        lesson("Text.");
        Files.writeString(course.resolve("course.yaml"), "id: demo\n#" + large);
        assertEquals(
                "course.yaml: error[F001]: course.yaml is larger than 512 kB: split it into"
                        + " lessons.\n",
                told());
    }

    @Test
    void aNestTenThousandDeepIsRefusedInKeysTranslationsAndBanksToo() throws Exception {
        String deep = "> ".repeat(10_000) + "x\n";
        lesson("Text.");
        Files.writeString(course.resolve("a/key.md"), deep);
        assertTrue(told().contains("nested too deep or crowded"), told());
        Files.delete(course.resolve("a/key.md"));
        Files.writeString(course.resolve("a/lesson.de.md"), FRONT.formatted("demo-lesson") + deep);
        assertTrue(told().contains("a/lesson.de.md is nested too deep or crowded"), told());
        Files.delete(course.resolve("a/lesson.de.md"));
        Files.createDirectories(course.resolve("shared/bank"));
        Files.writeString(course.resolve("shared/bank/b.md"), deep);
        lesson("::use[x](b.md#w1)\n");
        assertTrue(told().contains("nested too deep or crowded"), told());
    }

    @Test
    void aYamlNestedTenThousandDeepIsOneFinding() throws Exception {
        lesson("Text.");
        Files.writeString(course.resolve("course.yaml"), "id: " + "[".repeat(10_000) + "\n");
        assertTrue(told().contains("this is nested more than 10 deep"), told());
    }

    @Test
    void aCircleOfLinksIsNoFile() throws Exception {
        Files.createDirectories(course.resolve("a"));
        Files.createSymbolicLink(course.resolve("a/lesson.md"), Path.of("lesson.md"));
        assertTrue(told().contains("a/lesson.md is not there"), told());
    }

    @Test
    void aPictureOverTwoMegabytesIsADoubt() throws Exception {
        Files.createDirectories(course.resolve("a/figures"));
        Files.write(course.resolve("a/figures/x.png"), new byte[3 << 20]);
        lesson("![A picture](figures/x.png)");
        assertEquals(
                """
                a/lesson.md:8:1: warning[W004]: this picture is larger than 2 MB
                     8 | ![A picture](figures/x.png)
                       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
                told());
    }

    @Test
    void aPublishedLessonThatHasGoneIsOneFinding() throws Exception {
        lesson("Text.");
        String sum = Sha256.of("x");
        Files.writeString(
                course.resolve("ids.lock"),
                "gone w1 writeup "
                        + sum
                        + "\ngone w2 task "
                        + sum
                        + "\nold w1 task "
                        + sum
                        + " retired\n");
        assertTrue(
                told().startsWith(
                                "ids.lock:1:1: error[Q002]: the published lesson \"gone\" has gone,"
                                        + " with its 2 questions\n"),
                told());
        assertEquals(1, Course.check(course, NAMES).size());
    }

    @Test
    void aLessonWhoseIdCannotBeReadHasNotGone() throws Exception {
        String sum = Sha256.of("x");
        Files.writeString(course.resolve("ids.lock"), "demo-lesson w1 writeup " + sum + "\n");
        Path lesson = lesson("Text.");
        String good = Files.readString(lesson);
        Files.writeString(lesson, good.replaceFirst("title: .*", "title: Where: look"));
        assertTrue(told().contains("error[Y001]"), told());
        assertEquals(1, Course.check(course, NAMES).size(), told());
        Files.writeString(lesson, good.replaceFirst("id: ", "idd: "));
        assertTrue(told().contains("error[Y002]"), told());
        assertFalse(told().contains("Q002"), told());
    }

    @Test
    void aCourseWithoutALessonIsOneSentence() throws Exception {
        Files.writeString(course.resolve("course.yaml"), "id: demo\ntitle: Demo\n");
        assertEquals(
                "course.yaml: error[Y002]: The course has no lesson: list its folders in"
                        + " course.yaml under \"lessons\".\n",
                told());
    }

    @Test
    void aNewerCourseIsNotRead() throws Exception {
        lesson("Text.");
        Files.writeString(course.resolve("course.yaml"), "schema: 2\nid: demo\ntitle: Demo\n");
        assertEquals(
                """
                course.yaml:1:9: error[Y002]: "schema" must be 1: this program reads no other
                     1 | schema: 2
                       |         ^
                  fix: get a newer Loupe for a newer course
                """,
                told());
    }
}
