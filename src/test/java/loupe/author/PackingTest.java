package loupe.author;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packed course: what is in it, what is not, and what is published by it. */
class PackingTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));

    @TempDir Path folder;
    private Path course;
    private Path lesson;

    @BeforeEach
    void begin() throws Exception {
        course = new Beginning(NAMES).course("Demo", folder);
        lesson = course.resolve("lessons/01-first-lesson/lesson.md");
    }

    @Test
    void aFileWithoutAnEndingGetsOne() throws Exception {
        Packing packing = new Packing(course, NAMES);
        Path plain = packing.pack(folder.resolve("week-1")).file();
        assertEquals(folder.resolve("week-1.zip"), plain);
        assertTrue(Files.isRegularFile(plain));
        assertEquals(
                folder.resolve("week.loupe"), packing.pack(folder.resolve("week.loupe")).file());
    }

    private Packing.Outcome pack() throws Exception {
        return new Packing(course, NAMES).pack(folder);
    }

    @Test
    void studentsGetNeitherKeysNorDraftsNorHiddenFiles() throws Exception {
        Files.createDirectories(course.resolve(".git"));
        Files.writeString(course.resolve(".git/config"), "x");
        Files.writeString(course.resolve(".env"), "x");
        Files.writeString(lesson.resolveSibling("lesson.md~"), "x");
        Files.writeString(lesson.resolveSibling("key-2025.md"), "x");
        Files.writeString(
                lesson.resolveSibling("lesson.de.md"),
                Files.readString(lesson).replace("lang: en", "lang: de"));
        Path draft = Files.createDirectories(course.resolve("lessons/02-draft"));
        Files.writeString(draft.resolve("lesson.md"), "x");
        Files.createSymbolicLink(course.resolve("shared/out.md"), lesson);
        Packing.Outcome outcome = pack();
        assertEquals(
                List.of(
                        "course.yaml",
                        "ids.lock",
                        "lessons/01-first-lesson/figures/lines.svg",
                        "lessons/01-first-lesson/lesson.de.md",
                        "lessons/01-first-lesson/lesson.md",
                        "lessons/01-first-lesson/texts/sentence.txt",
                        "shared/bank/examples.md"),
                outcome.entries());
        assertEquals(
                Map.of(
                        ".env", "hidden",
                        ".git/", "hidden",
                        "lessons/01-first-lesson/key.md", "the answers",
                        "lessons/01-first-lesson/key-2025.md", "no part of the lesson",
                        "lessons/01-first-lesson/lesson.md~", "a spare copy",
                        "lessons/02-draft/", "a draft, not listed in course.yaml",
                        "shared/out.md", "a link"),
                outcome.leftOut());
        try (ZipFile zip = new ZipFile(outcome.file().toFile())) {
            assertEquals(7, zip.size());
            String yaml =
                    new String(
                            zip.getInputStream(zip.getEntry("demo/course.yaml")).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertTrue(yaml.lines().anyMatch("packed: true"::equals), yaml);
        }
    }

    @Test
    void theSameCourseMakesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(pack().file());
        Files.setLastModifiedTime(lesson, FileTime.fromMillis(1_000_000_000_000L));
        assertArrayEquals(first, Files.readAllBytes(pack().file()));
    }

    @Test
    void whatIsPublishedIsWrittenDownAndMissedWhenItGoes() throws Exception {
        assertEquals("demo-0.1.zip", String.valueOf(pack().file().getFileName()));
        String lock = Files.readString(course.resolve("ids.lock"));
        assertTrue(lock.contains("\nfirst-lesson where-it-looks choice "), lock);
        assertEquals("", Finding.print(Course.check(course, NAMES)));
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replace("numeric{#sum-of-a-row points=1", "numeric{#the-sum points=1"));
        Packing.Outcome outcome = pack();
        assertFalse(outcome.packed());
        assertEquals(List.of(), outcome.entries());
        assertEquals("Q002", outcome.findings().get(0).code());
        assertEquals(lock, Files.readString(course.resolve("ids.lock")));
    }

    @Test
    void aQuestionMayTakeThePlaceOfAnother() throws Exception {
        pack();
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replace("numeric{#sum-of-a-row", "numeric{#the-sum was=sum-of-a-row"));
        assertTrue(pack().packed());
        String lock = Files.readString(course.resolve("ids.lock"));
        assertTrue(
                lock.matches("(?s).*\nfirst-lesson sum-of-a-row numeric \\w+ retired\n.*"), lock);
        assertTrue(lock.contains("\nfirst-lesson the-sum numeric "), lock);
        assertTrue(pack().packed());
    }

    @Test
    void aChangedPromptIsADoubtAndAChangedTypeAMistake() throws Exception {
        pack();
        String before = Files.readString(lesson);
        Files.writeString(lesson, before.replace("add up to?", "add up to, exactly?"));
        assertEquals("W006", pack().findings().get(0).code());
        assertEquals(List.of(), pack().findings());
        Files.writeString(
                lesson, before.replace(":::task{#try-a-sentence}", ":::writeup{#try-a-sentence}"));
        Packing.Outcome outcome = pack();
        assertFalse(outcome.packed());
        assertTrue(Finding.print(outcome.findings()).contains("error[Q003]"));
    }

    @Test
    void aCourseThatIsToGoNowhereIsNotPublished() {
        Path nowhere = folder.resolve("nowhere");
        AuthorTrouble trouble =
                assertThrows(
                        AuthorTrouble.class,
                        () -> new Packing(course, NAMES).pack(nowhere.resolve("demo.zip")));
        assertEquals(
                "There is no folder "
                        + nowhere
                        + " to put the course into: make it, or name another.",
                trouble.getMessage());
        assertFalse(Files.exists(course.resolve("ids.lock")));
    }

    @Test
    void aCourseWithAnErrorIsNotPacked() throws Exception {
        Files.writeString(lesson, Files.readString(lesson) + "\n:::poll\n:::\n");
        Packing.Outcome outcome = pack();
        assertFalse(outcome.packed());
        assertFalse(Files.exists(folder.resolve("demo-0.1.zip")));
    }
}
