package loupe.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The benchmarks of the window. Start: from the start of the process to the moment the lesson has
 * been painted, beside the time an empty window with the same Chromium takes to run its first
 * script, in turn, on the same machine. Run: from the click to the frame after the picture is
 * drawn.
 */
public final class Bench {

    private final Path cache;
    private final int runs;

    /**
     * @param cache where Chromium is unpacked
     * @param runs how often each is measured
     */
    public Bench(Path cache, int runs) {
        this.cache = cache;
        this.runs = runs;
    }

    /**
     * @return 0 when everything could be measured
     */
    public int run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("loupe-bench");
        Path archive = data.resolve("classes.jsa");
        String place = "-Dloupe.data=" + data;
        // As a person's first window does: unpacks Chromium, and leaves an archive of its classes.
        measure(
                "loupe.App",
                List.of(place, "-Dloupe.bench=quit", "-XX:ArchiveClassesAtExit=" + archive),
                List.of());
        List<String> again = List.of(place, "-XX:SharedArchiveFile=" + archive);
        List<Double> empty = new ArrayList<>();
        List<Double> lesson = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            empty.add(measure("loupe.tour.EmptyWindow", List.of(), List.of(cache.toString())));
            lesson.add(measure("loupe.App", with(again, "-Dloupe.bench=start"), List.of()));
        }
        System.out.printf(Locale.ROOT, "Start (medians of %d runs)%n", runs);
        print("an empty window runs its first script", empty);
        print("Loupe shows a readable lesson", lesson);
        System.out.printf(
                Locale.ROOT,
                "  %-40s %7.2f      (at most 1.5)%n",
                "ratio",
                median(lesson) / median(empty));
        Files.writeString(data.resolve("settings.properties"), "lesson=" + Tour.LESSON + "\n");
        return clicks(with(again, "-Dloupe.bench=run", "-Dloupe.bench.runs=" + runs));
    }

    private static List<String> with(List<String> flags, String... more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return all;
    }

    private static int clicks(List<String> flags) throws IOException, InterruptedException {
        Path output = Files.createTempFile("loupe-bench", ".txt");
        int status = Child.finish(Child.start("loupe.App", flags, List.of(), output));
        List<Double> clicks = new ArrayList<>();
        String tokens = "?";
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            if (line.startsWith("run ")) {
                clicks.add(Double.valueOf(line.substring(4)));
            } else if (line.startsWith("tokens ")) {
                tokens = line.substring(7);
            } else if (!line.startsWith("ready ")) {
                System.out.println(line);
            }
        }
        if (status != 0 || clicks.isEmpty()) {
            System.out.println("The runs could not be measured; status " + status + ".");
            return 1;
        }
        System.out.printf(
                Locale.ROOT,
                "Run, course model, %s tokens (medians of %d runs)%n",
                tokens,
                clicks.size());
        print("a click on Run to pixels", clicks);
        System.out.printf("  %-40s %7s      (at most 150 ms)%n", "", "");
        return 0;
    }

    /** Milliseconds from the start of a process to the moment it says that it is ready. */
    private static double measure(String mainClass, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("loupe-bench", ".txt");
        long start = System.currentTimeMillis();
        int status = Child.finish(Child.start(mainClass, flags, arguments, output));
        if (status != 0) {
            throw new IOException(
                    mainClass + " ended with " + status + ": " + Files.readString(output));
        }
        return Child.saidReady(output) - start;
    }

    private static void print(String what, List<Double> values) {
        System.out.printf(
                Locale.ROOT,
                "  %-40s %7.0f ms   (%.0f to %.0f)%n",
                what,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
