package loupe.shell;

import static loupe.shell.OpenFrame.PATIENCE;
import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import loupe.tour.Hand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course in two languages, chosen in the menu View with real keys. */
@Tag("hand")
class LanguageTest {
    private static final String LESSON =
            """
            ---
            schema: 1
            id: %s
            title: %s
            lang: %s
            ---

            :::writeup{#first}
            %s
            :::
            """;

    @TempDir Path folder;
    private Path course;

    @BeforeEach
    void begin() throws Exception {
        course = Files.createDirectories(folder.resolve("course"));
        Files.writeString(
                course.resolve("course.yaml"),
                "schema: 1\nid: two\ntitle: Two\nlessons: [one, only-english]\n");
        write("one/lesson.md", "one", "A word", "en", "What do you see?");
        write("one/lesson.de.md", "one", "Ein Wort", "de", "Was siehst du?");
        write("only-english/lesson.md", "only-english", "Only this", "en", "And here?");
    }

    private void write(String file, String id, String title, String lang, String prompt)
            throws Exception {
        Path path = course.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, LESSON.formatted(id, title, lang, prompt));
    }

    @Test
    void anotherLanguageIsChosenInTheMenuAndTheAnswersStay() throws Exception {
        try (OpenFrame open = new OpenFrame(folder, course)) {
            Hand hand = new Hand();
            open.write(hand, "first", "Lines");
            Menus.choose(hand, KeyEvent.VK_V, "Deutsch");
            assertTrue(
                    open.probe.becomes(
                            "document.documentElement.lang === 'de' &&"
                                    + " document.querySelector('h1').textContent === 'Ein Wort' &&"
                                    + " document.body.innerText.includes('Was siehst du?')",
                            PATIENCE));
            assertTrue(becomes(() -> open.editor("first").getText().equals("Lines")));
            assertEquals("Ein Wort · Loupe", onEventThread(() -> open.frame.window().getTitle()));
            onEventThread(
                    () -> {
                        open.frame.step(1);
                        return true;
                    });
            assertTrue(
                    open.probe.becomes(
                            "document.querySelector('h1').textContent === 'Only this'", PATIENCE));
        }
        assertTrue(Files.readString(folder.resolve("settings.properties")).contains("language=de"));
    }
}
