package loupe.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course in several languages: what can be read in which. */
class TranslatedCourseTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));

    @TempDir Path folder;

    @BeforeEach
    void begin() throws Exception {
        Files.writeString(
                folder.resolve("course.yaml"), "id: demo\ntitle: D\nlessons: [one, two]\n");
        write("one/lesson.md", "one", "en", "w1");
        write("one/lesson.de.md", "one", "de", "w1");
        write("one/lesson.fr.md", "one", "fr", "other");
        write("two/lesson.md", "two", "en", "w2");
    }

    private void write(String file, String id, String lang, String question) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "---\nschema: 1\nid: "
                        + id
                        + "\ntitle: "
                        + lang
                        + "\nlang: "
                        + lang
                        + "\n---\n\n:::writeup{#"
                        + question
                        + "}\nIn "
                        + lang
                        + "?\n:::\n");
    }

    private static List<String> titles(Course course) {
        return course.lessons().stream().map(Lesson::title).toList();
    }

    @Test
    void aLessonIsReadInTheChosenLanguageAndOthersAsTheyWereWritten() throws Exception {
        Course course = Course.open(folder, NAMES);
        assertEquals(List.of("en", "en"), titles(course));
        assertEquals(List.of("de", "en"), titles(course.in("de")));
        assertEquals(List.of("en", "en"), titles(course.in("de").in("en")));
        assertEquals(List.of("en", "en"), titles(course.in("de").in("xx")));
    }

    @Test
    void aTranslationWithOtherIdsIsNotOfferedSinceItsAnswersWouldBeLost() throws Exception {
        assertEquals(List.of("en", "de"), Course.open(folder, NAMES).languages());
        assertTrue(
                Course.check(folder, NAMES).stream()
                        .anyMatch(each -> each.spot().file().equals("one/lesson.fr.md")));
    }

    @Test
    void aTranslatedPromptIsNoChangedOne() throws Exception {
        Files.delete(folder.resolve("one/lesson.fr.md"));
        Course course = Course.open(folder, NAMES);
        Files.writeString(folder.resolve("ids.lock"), course.idsLock(folder));
        assertEquals(List.of(), Course.check(folder, NAMES));
    }
}
