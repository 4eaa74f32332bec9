package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loupe.lesson.Course;
import loupe.library.Installed;
import loupe.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of those who write courses, from the beginning to the installed course. */
class AuthorCommandsTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));

    @TempDir Path folder;

    private record Told(int status, String out) {}

    private static Told run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            int status = LoupeCommand.run(arguments, new NoWindow());
            return new Told(status, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private record NoWindow() implements WindowTools {
        @Override
        public int tour(Path output, boolean dark) {
            throw new IllegalStateException();
        }

        @Override
        public int preview(Path course) {
            return course.endsWith("demo") ? 0 : 1;
        }

        @Override
        public int bench(int runs) {
            throw new IllegalStateException();
        }

        @Override
        public int views(List<Path> homes, int runs) {
            throw new IllegalStateException();
        }

        @Override
        public int torture(int kills) {
            throw new IllegalStateException();
        }

        @Override
        public OpenPrinter printer() {
            throw new IllegalStateException();
        }
    }

    @Test
    void theCourseThatShipsLintsClean() {
        Told told = run("lint", HOME.resolve("lessons").toString());
        assertTrue(told.out().startsWith("no errors, no warnings ("), told.out());
        assertEquals(0, told.status());
    }

    @Test
    void fromNothingToAnInstalledCourse() throws Exception {
        assertEquals(0, run("new", "course", "Demo", "--in", folder.toString()).status());
        Path course = folder.resolve("demo");
        assertEquals(0, run("new", "lesson", "Another", "--in", course.toString()).status());
        Told lint = run("lint", course.toString());
        assertTrue(lint.out().startsWith("no errors, no warnings ("), lint.out());
        Told pack = run("pack", course.toString(), "--output", folder.toString());
        assertEquals(0, pack.status());
        assertTrue(pack.out().contains("  without lessons/02-another/key.md: the answers"));
        System.setProperty("loupe.data", folder.resolve("data").toString());
        try {
            Told add = run("add", folder.resolve("demo-0.1.zip").toString());
            assertEquals("Installed \"Demo\", version 0.1.\n", add.out());
        } finally {
            System.clearProperty("loupe.data");
        }
        List<Installed> there =
                new Library(folder.resolve("data/courses"), CourseWords.of(HOME)).courses();
        assertEquals(2, Course.open(there.get(0).folder(), CourseWords.of(HOME)).lessons().size());
    }

    @Test
    void anErrorMakesTheStatusOneAndEveryFormSaysIt() throws Exception {
        run("new", "course", "Demo", "--in", folder.toString());
        Path lesson = folder.resolve("demo/lessons/01-first-lesson/lesson.md");
        Files.writeString(lesson, Files.readString(lesson).replace("layer: 1\n", "layer: 4\n"));
        Told text = run("lint", folder.resolve("demo").toString());
        assertEquals(1, text.status());
        assertTrue(text.out().contains("error[E007]: layer 4 is outside course/gpt, which has 4"));
        assertTrue(text.out().contains("\n1 error, no warnings ("), text.out());
        Told json = run("lint", folder.resolve("demo").toString(), "--format=json");
        assertEquals(1, json.status());
        assertEquals(1, JsonParser.parseString(json.out()).getAsJsonArray().size());
        Told github = run("lint", folder.resolve("demo").toString(), "--format=github");
        assertTrue(github.out().startsWith("::error file="), github.out());
        assertEquals(1, run("pack", folder.resolve("demo").toString()).status());
    }

    @Test
    void fixMendsAndSaysHowMuch() throws Exception {
        run("new", "course", "Demo", "--in", folder.toString());
        Path lesson = folder.resolve("demo/lessons/01-first-lesson/lesson.md");
        String good = Files.readString(lesson);
        Files.writeString(lesson, good.replace(" max-words=300", " maxwords=300"));
        Told told = run("lint", folder.resolve("demo").toString(), "--fix");
        assertTrue(told.out().startsWith("1 mended, no errors, no warnings ("), told.out());
        assertEquals(good, Files.readString(lesson));
    }

    @Test
    void aPreviewOpensTheCourseThatALessonIsIn() {
        run("new", "course", "Demo", "--in", folder.toString());
        Path lesson = folder.resolve("demo/lessons/01-first-lesson/lesson.md");
        assertEquals(0, run("preview", lesson.toString()).status());
    }
}
