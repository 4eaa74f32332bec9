package loupe.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Lesson;
import loupe.lesson.LessonTrouble;
import loupe.panel.PanelCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that ships, in the real window with the models that ship. */
class EveryLessonTest {
    private static final Path LESSONS = Path.of(System.getProperty("loupe.home"), "lessons");

    /** Runs each experiment where it stands, and says what came of it. */
    private static final String ALL =
            """
            (async () => {
              const found = [];
              const frames = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
              while (document.querySelectorAll('section.experiment:not([data-state])').length > 0) await frames();
              await document.fonts.ready;
              await frames();
              for (const section of document.querySelectorAll('section.experiment')) {
                section.scrollIntoView({ block: 'center' });
                for (let i = 0; i < 400 && !['ready', 'refused', 'broken'].includes(section.dataset.state); i++) {
                  await new Promise((next) => setTimeout(next, 50));
                }
                await frames();
                const painted = [...section.querySelectorAll('.panel-picture canvas')].some((canvas) => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return data.some((value, i) => i % 4 === 3 && value > 0);
                });
                const told = section.querySelectorAll('.panel-picture td').length > 0;
                found.push({ id: section.id, state: section.dataset.state ?? 'none', painted: painted || told,
                  model: JSON.parse(section.dataset.experiment).model, says: section.querySelector('.panel-message')?.textContent ?? '' });
              }
              return JSON.stringify(found);
            })()""";

    /** Runs each Java cell that is shown, and says how it ended. */
    private static final String CELLS =
            """
            (async () => {
              const found = [];
              for (const section of document.querySelectorAll('section.cell:not([hidden])')) {
                section.querySelector('.cell-actions button').click();
                for (let i = 0; i < 400 && !section.dataset.shown; i++) await new Promise((next) => setTimeout(next, 50));
                found.push(`${section.id} ${section.querySelector('.cell-verdict').dataset.end}`);
              }
              return found.join(', ');
            })()""";

    @TempDir Path folder;

    static Stream<String> lessons() throws LessonTrouble {
        return course().lessons().stream().map(Lesson::id);
    }

    private static Course course() throws LessonTrouble {
        return Course.open(LESSONS, PanelCatalog.ids());
    }

    @Test
    void theCourseHasSevenLessonsWithoutAFinding() throws Exception {
        List<Lesson> lessons = course().lessons();
        assertEquals(7, lessons.size());
        List<Finding> findings =
                lessons.stream().flatMap(lesson -> lesson.findings().stream()).toList();
        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyExperimentRunsAndPaints(String lesson) throws Exception {
        try (OpenFrame window = new OpenFrame(folder, LESSONS)) {
            Lesson wanted =
                    course().lessons().stream()
                            .filter(each -> each.id().equals(lesson))
                            .findFirst()
                            .orElseThrow();
            OpenFrame.onEventThread(
                    () -> {
                        window.frame.open(wanted);
                        return true;
                    });
            assertTrue(
                    window.probe.becomes(
                            "document.querySelector('main.lesson')?.dataset.lesson === '"
                                    + lesson
                                    + "'",
                            OpenFrame.PATIENCE));
            String found = window.probe.value(ALL, Duration.ofSeconds(120));
            List<String> trouble = new ArrayList<>();
            JsonArray experiments = parsed(found);
            assertEquals(wanted.experiments().size(), experiments.size());
            for (JsonElement each : experiments) {
                JsonObject experiment = each.getAsJsonObject();
                boolean ships = experiment.get("model").getAsString().startsWith("course/");
                boolean good =
                        ships
                                ? experiment.get("state").getAsString().equals("ready")
                                        && experiment.get("painted").getAsBoolean()
                                : experiment
                                        .get("says")
                                        .getAsString()
                                        .contains("is not on this computer yet");
                if (!good) {
                    trouble.add(experiment.toString());
                }
            }
            assertEquals(List.of(), trouble);
            assertEquals(
                    wanted.cells().stream()
                            .filter(each -> !each.hidden())
                            .map(each -> each.id() + " done")
                            .collect(Collectors.joining(", ")),
                    JsonParser.parseString(window.probe.value(CELLS, Duration.ofSeconds(120)))
                            .getAsString());
        }
    }

    /** The page's value is a text that holds JSON. */
    private static JsonArray parsed(String value) {
        return JsonParser.parseString(JsonParser.parseString(value).getAsString()).getAsJsonArray();
    }
}
