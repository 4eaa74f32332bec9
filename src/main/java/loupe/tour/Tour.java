package loupe.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tour: starts the program twice on a data folder of its own, has {@link TourScript} use it,
 * and reports what happened.
 */
public final class Tour {

    /** The lesson it plays in: three texts through the neuron view, and two questions. */
    static final String LESSON = "attention-in-gpt";

    private static final int STEPS_IN_ALL = 19;

    private final Path output;
    private final boolean dark;

    /**
     * @param output folder for pictures and report; what a tour before left in it goes
     * @param dark whether the tour begins in the dark theme
     */
    public Tour(Path output, boolean dark) {
        this.output = output.toAbsolutePath().normalize();
        this.dark = dark;
    }

    /**
     * @return 0 when every step happened, otherwise 1
     */
    public int play() throws IOException, InterruptedException {
        prepare();
        int first = part("first");
        int second = part("second");
        List<String> steps =
                Files.exists(Steps.file(output))
                        ? Files.readAllLines(Steps.file(output), StandardCharsets.UTF_8)
                        : List.of();
        long happened = steps.stream().filter(step -> step.startsWith("ok\t")).count();
        boolean all = happened == STEPS_IN_ALL && first == 0 && second == 0;
        String report = report(steps, happened, first, second);
        Files.writeString(output.resolve("report.md"), report, StandardCharsets.UTF_8);
        System.out.print(report);
        return all ? 0 : 1;
    }

    private void prepare() throws IOException {
        if (Files.isDirectory(output)) {
            try (Stream<Path> old = Files.walk(output)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(data());
        String lesson = "lesson=" + LESSON + "\n";
        Files.writeString(
                data().resolve("settings.properties"), dark ? lesson + "theme=dark\n" : lesson);
    }

    private Path data() {
        return output.resolve("data");
    }

    private int part(String part) throws IOException, InterruptedException {
        List<String> flags =
                List.of(
                        "-Dloupe.tour=" + part,
                        "-Dloupe.tour.output=" + output,
                        "-Dloupe.data=" + data(),
                        "-Dloupe.documents=" + output.resolve("documents"));
        return Child.finish(
                Child.start("loupe.App", flags, List.of(), output.resolve(part + ".log")));
    }

    private String report(List<String> steps, long happened, int first, int second) {
        List<String> lines = new ArrayList<>();
        lines.add("# Tour");
        lines.add("");
        lines.add(happened + " of " + STEPS_IN_ALL + " steps happened. The pictures and the");
        lines.add("program's own output are in " + output + ".");
        lines.add("");
        for (String step : steps) {
            String[] parts = step.split("\t");
            lines.add("- " + parts[0] + ": " + parts[1] + " (" + parts[2] + ")");
        }
        lines.add("- " + ended("first", first));
        lines.add("- " + ended("second", second));
        return String.join("\n", lines) + "\n";
    }

    private static String ended(String part, int status) {
        return status == 0
                ? "ok: the " + part + " part quit by itself"
                : "failed: the " + part + " part ended with status " + status;
    }
}
