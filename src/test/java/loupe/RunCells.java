package loupe;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import loupe.cell.CellCompiler;
import loupe.cell.CellRun;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.panel.PanelCatalog;

/** Runs Java cells of a course as they are written. */
public final class RunCells {

    private RunCells() {}

    /** What a cell prints, which must come to its end. */
    public static String printed(Path folder, String lesson, String id) throws Exception {
        Course course = Course.open(folder, PanelCatalog.ids());
        return printed(course.lesson(lesson).orElseThrow(), id);
    }

    public static String printed(Lesson lesson, String id) throws Exception {
        Cell cell = cell(lesson, id);
        try (CellCompiler compiler = CellCompiler.find().orElseThrow()) {
            CellCompiler.Compiled compiled = compiler.compile(lesson.together(cell));
            assertEquals(Optional.empty(), compiled.mistake(), id);
            CellRun.Result result =
                    CellRun.run(
                            compiled.classes(), Duration.ofSeconds(cell.timeout()), () -> false);
            assertEquals(CellRun.End.DONE, result.end(), id);
            return result.written().stream().map(CellRun.Written::text).collect(joining());
        }
    }

    private static Cell cell(Lesson lesson, String id) {
        return lesson.cells().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
