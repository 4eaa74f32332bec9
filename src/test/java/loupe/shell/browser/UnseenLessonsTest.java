package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.lesson.Course;
import loupe.panel.PanelCatalog;
import loupe.panel.PanelDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments run where nobody sees them, far below what a window would show. */
class UnseenLessonsTest {
    private static final String LESSON =
            """
            ---
            schema: 1
            id: %s
            title: T
            lang: en
            ---

            %s

            ```yaml experiment {#lines}
            view: %s
            model: course/gpt
            text: The dog ran
            ```

            ```yaml experiment {#absent}
            view: head
            model: nobody/nothing
            text: The dog ran
            ```
            """;

    @TempDir Path folder;
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private final ExecutorService model = ModelThread.executor();
    private UnseenLessons lessons;
    private Course course;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(
                folder.resolve("course.yaml"),
                "id: demo\ntitle: D\nlessons: [one, two]\nmodels: [course/gpt, nobody/nothing]\n");
        write("one", "neuron");
        write("two", "head");
        course = Course.open(folder, PanelCatalog.ids());
        AtomicReference<Chromium> chromium = new AtomicReference<>();
        Lab lab = new Lab(Path.of(System.getProperty("loupe.home")));
        lessons = new UnseenLessons(chromium::get, new PanelDesk(model, lab), files);
        chromium.set(TestBrowser.on(lessons.site()));
    }

    private void write(String id, String view) throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve(id)).resolve("lesson.md"),
                LESSON.formatted(id, "A long way down.\n\n".repeat(80), view));
    }

    @AfterEach
    void close() throws Exception {
        SwingUtilities.invokeAndWait(lessons::close);
        files.shutdownNow();
        model.shutdownNow();
    }

    private TakenPanel take(String lesson, String experiment) throws Exception {
        return lessons.take(course, course.lesson(lesson).orElseThrow(), experiment);
    }

    /** A picture of nothing has some hundred bytes. */
    private static boolean showsSomething(String address) {
        return address.startsWith("data:image/webp;base64,") && address.length() > 8_000;
    }

    @Test
    void anExperimentOutOfSightIsRunAsWrittenAndTakenForLightAndDark() throws Exception {
        for (String lesson : course.lessons().stream().map(each -> each.id()).toList()) {
            TakenPanel.Picture taken = (TakenPanel.Picture) take(lesson, "lines");
            assertTrue(taken.width() > 500 && taken.height() > 60, taken.alt());
            assertTrue(showsSomething(taken.light()) && showsSomething(taken.dark()));
            assertNotEquals(taken.light(), taken.dark());
            assertTrue(taken.alt().contains("dog reads most from"), taken.alt());
        }
    }

    @Test
    void aModelThatIsNotHereIsASentenceAndNoPicture() throws Exception {
        assertEquals(
                new TakenPanel.Refused(
                        "nobody/nothing is not on this computer yet. It is fetched once and kept.",
                        "nobody/nothing"),
                take("one", "absent"));
    }
}
