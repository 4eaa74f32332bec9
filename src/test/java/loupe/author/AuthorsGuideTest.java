package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Finding;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for authors, followed to the letter. */
class AuthorsGuideTest {
    private static final Pattern FILES = Pattern.compile("(?s)\\n````markdown\\n(.*?)\\n````\\n");
    private static final Pattern COMMANDS = Pattern.compile("(?s)\\n```sh\\n(.*?)\\n```\\n");
    private static final Vocabulary NAMES =
            new Vocabulary(
                    Set.of("neuron"),
                    Map.of(),
                    Set.of("layer", "head"),
                    Map.of("course/gpt", new Vocabulary.Shape(4, 4)));

    @TempDir Path folder;

    private static List<String> blocks(Pattern kind) throws Exception {
        Path guide = Path.of(System.getProperty("loupe.home")).resolve("lessons/AUTHORS.md");
        return kind.matcher(Files.readString(guide))
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    @Test
    void fromNothingToAPackedCourse() throws Exception {
        Path course = new Beginning(NAMES).course("Where words look", folder);
        assertEquals(folder.resolve("where-words-look"), course);
        Path lesson = course.resolve("lessons/01-first-lesson");
        List<String> files = blocks(FILES);
        Files.writeString(lesson.resolve("lesson.md"), files.get(0) + "\n");
        Files.writeString(lesson.resolve("key.md"), files.get(1) + "\n");
        assertEquals("", Finding.print(Course.check(course, NAMES)));
        Lesson read = Course.open(course, NAMES).lessons().get(0);
        assertEquals(List.of("two-heads"), read.questions().stream().map(Question::id).toList());
        assertEquals(List.of("exp-dog"), read.experiments().stream().map(Experiment::id).toList());
        Packing.Outcome packed = new Packing(course, NAMES).pack(folder);
        assertEquals(folder.resolve("where-words-look-0.1.zip"), packed.file());
        assertEquals(Map.of("lessons/01-first-lesson/key.md", "the answers"), packed.leftOut());
    }

    @Test
    void theCommandsAreThoseThatThereAre() throws Exception {
        assertEquals(
                List.of(
                        "alias loupe=/path/to/loupe/installer/run",
                        "loupe new course \"Where words look\"\ncd where-words-look",
                        "loupe preview .",
                        "loupe lint .",
                        "loupe lint . --fix",
                        "loupe pack . --output ..",
                        "loupe add ../where-words-look-0.1.zip"),
                blocks(COMMANDS));
    }

    @Test
    void theFolderItShowsIsTheOneThatIsMade() throws Exception {
        Path course = new Beginning(NAMES).course("Where words look", folder);
        for (String each :
                List.of(
                        "course.yaml",
                        "lessons/01-first-lesson/lesson.md",
                        "lessons/01-first-lesson/key.md",
                        "lessons/01-first-lesson/figures",
                        "lessons/01-first-lesson/texts",
                        "shared/bank/examples.md")) {
            assertTrue(Files.exists(course.resolve(each)), each);
        }
    }
}
