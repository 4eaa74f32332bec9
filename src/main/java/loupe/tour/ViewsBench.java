package loupe.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The benchmark of the attention views: each in a window of its own, measured from inside. */
public final class ViewsBench {

    /** What a view may take, by its name and the length of the text. */
    private static final Map<String, Map<String, Double>> LIMITS =
            Map.of(
                    "128", limits(80, 0.5, 60, 60, 250),
                    "512", limits(200, 4, 30, 150, 400),
                    "model-128", limits(400, 10, 30, 0, 400),
                    "model-512", limits(1500, 10, 30, 0, 600));

    private static final Map<String, String> NAMES = names();

    private final int runs;

    /**
     * @param runs how often each is measured
     */
    public ViewsBench(int runs) {
        this.runs = runs;
    }

    /**
     * @param homes a home for each view, named for it and the number of tokens: {@code neuron-128}
     * @return 0 when everything could be measured
     */
    public int run(List<Path> homes) throws IOException, InterruptedException {
        int failed = 0;
        for (Path home : homes) {
            failed += view(home) ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }

    private boolean view(Path home) throws IOException, InterruptedException {
        String name = home.getFileName().toString();
        Path output = home.resolve("output.txt");
        List<String> flags =
                List.of(
                        "-Dloupe.home=" + home,
                        "-Dloupe.data=" + home.resolve("data"),
                        "-Dloupe.documents=" + home.resolve("documents"),
                        "-Dloupe.bench=view",
                        "-Dloupe.bench.runs=" + runs);
        int status = Child.finish(Child.start("loupe.App", flags, List.of(), output));
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            String[] parts = line.split(" ");
            if (parts.length == 3 && parts[0].equals("figure")) {
                figures.computeIfAbsent(parts[1], each -> new ArrayList<>())
                        .add(Double.valueOf(parts[2]));
            }
        }
        System.out.println(name.replace("-", " view, ") + " tokens");
        figures.forEach((figure, values) -> print(name, figure, values));
        if (status != 0) {
            System.out.println("  not measured; status " + status + ", see below");
            Files.readAllLines(output).forEach(line -> System.out.println("    " + line));
        }
        return status == 0;
    }

    private static void print(String view, String figure, List<Double> values) {
        Map<String, Double> limits =
                LIMITS.getOrDefault(view, LIMITS.get(view.replaceAll(".*-", "")));
        double limit = limits.getOrDefault(figure, 0.0);
        String bound = figure.equals("frames") ? "at least" : "at most";
        System.out.printf(
                Locale.ROOT,
                "  %-44s %8.2f   (%.2f to %.2f)%s%n",
                NAMES.getOrDefault(figure, figure),
                Bench.median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                limit > 0 ? String.format(Locale.ROOT, "   (%s %.1f)", bound, limit) : "");
    }

    private static Map<String, Double> limits(
            double paint, double megabytes, double frames, double change, double memory) {
        return Map.of(
                "first", paint,
                "paint", paint,
                "bytes", megabytes,
                "frames", frames,
                "change", change,
                "memory", memory);
    }

    private static Map<String, String> names() {
        return Map.of(
                "first", "first paint after the first reply, ms",
                "paint", "paint after the reply of a further run, ms",
                "bytes", "bytes before the first interaction, MB",
                "frames", "hovering, frames a second",
                "slowest", "longest time between two frames, ms",
                "change", "layer or head change, ms",
                "open", "opening a token or head, ms",
                "memory", "memory of the renderer, MB");
    }
}
