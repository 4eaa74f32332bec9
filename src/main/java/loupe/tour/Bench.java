package loupe.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        Map<String, String> start = Map.of("loupe.data", data.toString(), "loupe.bench", "start");
        measure("loupe.App", start, List.of()); // unpacks, and fills the file cache
        List<Double> empty = new ArrayList<>();
        List<Double> lesson = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            empty.add(measure("loupe.tour.EmptyWindow", Map.of(), List.of(cache.toString())));
            lesson.add(measure("loupe.App", start, List.of()));
        }
        System.out.printf(Locale.ROOT, "Start (medians of %d runs)%n", runs);
        print("an empty window runs its first script", empty);
        print("Loupe shows a readable lesson", lesson);
        System.out.printf(
                Locale.ROOT,
                "  ratio                                   %8.2f   (at most 1.5)%n",
                median(lesson) / median(empty));
        return clicks(data);
    }

    private int clicks(Path data) throws IOException, InterruptedException {
        Map<String, String> properties =
                Map.of(
                        "loupe.data", data.toString(),
                        "loupe.bench", "run",
                        "loupe.bench.runs", String.valueOf(runs));
        Path output = Files.createTempFile("loupe-bench", ".txt");
        int status = Child.finish(Child.start("loupe.App", properties, List.of(), output));
        List<Double> clicks = new ArrayList<>();
        String tokens = "?";
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            if (line.startsWith("run ")) {
                clicks.add(Double.valueOf(line.substring(4)));
            } else if (line.startsWith("tokens ")) {
                tokens = line.substring(7);
            } else {
                System.out.println(line);
            }
        }
        if (status != 0 || clicks.isEmpty()) {
            System.out.println("The runs could not be measured; status " + status + ".");
            return 1;
        }
        System.out.printf(
                Locale.ROOT, "Run, course model, %s tokens (medians of %d runs)%n", tokens, runs);
        print("a click on Run to pixels", clicks);
        System.out.println("                                             (at most 150 ms)");
        return 0;
    }

    /** Milliseconds from the start of a process to the line in which it says that it is ready. */
    private static double measure(
            String mainClass, Map<String, String> properties, List<String> arguments)
            throws IOException, InterruptedException {
        Path pipe = Files.createTempFile("loupe-bench", ".txt");
        long start = System.nanoTime();
        Process process = Child.start(mainClass, properties, arguments, pipe);
        int status = Child.finish(process);
        long end = System.nanoTime();
        if (status != 0) {
            throw new IOException(
                    mainClass + " ended with " + status + ": " + Files.readString(pipe));
        }
        return (end - start) / 1e6;
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
