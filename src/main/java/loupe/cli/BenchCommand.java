package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code installer/bench}: how fast the window is, beside a reference in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        header = "Measures how fast the window is, the engine, or the views.%n",
        description = {
            "Measures, and prints medians:",
            "  start to a readable lesson, beside an empty window with the same Chromium;",
            "  a click on Run to pixels, with the course model and ten tokens.",
            "With --engine: forward passes of random weights in the shapes of gpt2 and"
                    + " bert-base-uncased with all attention kept, loading, and memory; beside"
                    + " PyTorch in Python where python3 has torch and transformers.",
            "With --views: the attention views at 128 and 512 tokens, random weights in the shape of"
                    + " bert-base-uncased: first paint, bytes, frames, changes, memory."
        })
final class BenchCommand implements Callable<Integer> {

    private static final int LEAST_RUNS = 5;

    @Spec private CommandSpec spec;

    private final WindowTools tools;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "7",
            description = "How often each is measured, at least 5 (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--engine", description = "Measures models instead of the window.")
    private boolean engine;

    @Option(names = "--views", description = "Measures the attention views.")
    private boolean views;

    @Option(names = "--engine-child", hidden = true)
    private Path child;

    BenchCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        if (runs < LEAST_RUNS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runs is " + runs + "; a median wants at least " + LEAST_RUNS + ".");
        }
        if (child != null) {
            return new EngineBench(runs).measure(child);
        }
        if (views) {
            return new ViewsHome(tools, runs).run();
        }
        return engine ? new EngineBench(runs).run() : tools.bench(runs);
    }
}
