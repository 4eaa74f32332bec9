package loupe.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import loupe.experiment.ModelThread;
import loupe.experiment.Speed;

/**
 * The benchmarks of the engine: forward passes with all attention kept, opening a model from a file
 * that is in the system's cache, and memory. Each model has a process of its own.
 */
final class EngineBench {

    private static final int[] LENGTHS = {8, 32, 128, 512};

    /** The sizes of the published models; what is not named is as they have it. */
    static final Map<String, Map<String, Object>> MODELS =
            Map.of(
                    "gpt2",
                    Map.of(
                            "model_type", "gpt2",
                            "vocab_size", 50257L,
                            "n_positions", 1024L,
                            "n_embd", 768L,
                            "n_layer", 12L,
                            "n_head", 12L),
                    "bert-base-uncased",
                    Map.of(
                            "model_type", "bert",
                            "vocab_size", 30522L,
                            "max_position_embeddings", 512L,
                            "type_vocab_size", 2L,
                            "hidden_size", 768L,
                            "num_hidden_layers", 12L,
                            "num_attention_heads", 12L,
                            "intermediate_size", 3072L,
                            "hidden_act", "gelu"));

    private static final String NO_REFERENCE =
            """
            PyTorch in Python is not here (python3 with torch and transformers), so there is nothing beside it.
            Measured elsewhere, bert-base-uncased on two cores, transformers in PyTorch: 41, 79, 167, 645 ms.""";

    private final int runs;

    EngineBench(int runs) {
        this.runs = runs;
    }

    int run() throws Exception {
        Path folder = Files.createTempDirectory("loupe-engine");
        try {
            for (String model : List.of("bert-base-uncased", "gpt2")) {
                Path home = folder.resolve(model);
                onModelThread(
                        () -> {
                            Speed.write(home, MODELS.get(model));
                            return 0;
                        });
                if (start(child(home)) != 0) {
                    return 1;
                }
            }
            return reference();
        } finally {
            delete(folder);
        }
    }

    /** In the process of one model. */
    int measure(Path folder) throws Exception {
        return onModelThread(
                () -> {
                    long size = Files.size(folder.resolve("model.safetensors"));
                    System.out.printf(
                            Locale.ROOT,
                            "%s, random weights, %d MB, %d cores (medians of %d runs)%n",
                            folder.getFileName(),
                            size / 1_000_000,
                            Runtime.getRuntime().availableProcessors(),
                            runs);
                    try (Speed speed = Speed.open(folder)) {
                        print("open, from the system's cache", List.of(speed.openMilliseconds()));
                        for (int length : LENGTHS) {
                            print(length + " tokens", speed.runs(length, runs));
                        }
                    }
                    long kept = 12L * 12 * 512 * 512 * 4;
                    printPeak(size + kept);
                    return 0;
                });
    }

    private static void print(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "  %-32s %7.0f ms   (%.0f to %.0f)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    /** The most memory the process had, as Linux counts it. */
    private static void printPeak(long known) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                long peak = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                System.out.printf(
                        Locale.ROOT,
                        "  %-32s %7d MB   (weights + attention kept + %d MB)%n",
                        "most memory",
                        peak / 1_000_000,
                        (peak - known) / 1_000_000);
            }
        }
    }

    private List<String> child(Path model) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "loupe.App", "bench"));
        command.addAll(List.of("--runs", Integer.toString(runs), "--engine-child"));
        command.add(model.toString());
        return command;
    }

    /** The same models in PyTorch's own transformers, where a Python has them. */
    private int reference() throws IOException, InterruptedException {
        Process probe =
                new ProcessBuilder("python3", "-c", "import torch, transformers")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (probe.waitFor() != 0) {
            System.out.println(NO_REFERENCE);
            return 0;
        }
        Path home = Path.of(System.getProperty("loupe.home", "."));
        return start(
                List.of(
                        "python3",
                        home.resolve("installer/reference.py").toString(),
                        Integer.toString(runs)));
    }

    private static int start(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    static int onModelThread(Callable<Integer> work) throws Exception {
        ExecutorService thread = ModelThread.executor();
        try {
            return thread.submit(work).get();
        } finally {
            thread.shutdown();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
