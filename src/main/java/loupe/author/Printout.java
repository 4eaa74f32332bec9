package loupe.author;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loupe.cell.CellCompiler;
import loupe.cell.CellRun;
import loupe.lesson.Cell;
import loupe.lesson.Lesson;

/** What the Java cells of a lesson print as they are written, for a page that cannot run them. */
final class Printout {
    private Printout() {}

    /** What each cell that is shown prints, by its id; none where cells do not run here. */
    static Map<String, String> of(Lesson lesson) throws InterruptedException {
        Map<String, String> printed = new LinkedHashMap<>();
        Optional<CellCompiler> found =
                lesson.cells().isEmpty() || CellRun.hindrance().isPresent()
                        ? Optional.empty()
                        : CellCompiler.find();
        if (found.isPresent()) {
            try (CellCompiler compiler = found.get()) {
                for (Cell each : lesson.cells()) {
                    if (!each.hidden()) {
                        printed.put(each.id(), printed(compiler, lesson, each));
                    }
                }
            }
        }
        return printed;
    }

    private static String printed(CellCompiler compiler, Lesson lesson, Cell cell)
            throws InterruptedException {
        try {
            return CellRun.run(
                            compiler.compile(lesson.together(cell)).classes(),
                            Duration.ofSeconds(cell.timeout()),
                            () -> false)
                    .written()
                    .stream()
                    .map(CellRun.Written::text)
                    .collect(joining());
        } catch (IOException noProcess) {
            System.getLogger(Printout.class.getName())
                    .log(System.Logger.Level.WARNING, "not run: " + cell.id(), noProcess);
            return "";
        }
    }
}
