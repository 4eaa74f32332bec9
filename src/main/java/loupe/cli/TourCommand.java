package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code installer/run tour}: the program used from end to end, with pictures to look at. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        header = "Uses the program from end to end and takes pictures.%n",
        description = {
            "Opens the real window, reads a lesson, runs its experiments, opens a token, types an"
                    + " answer, quits, starts again and checks that the answer is there.",
            "Leaves screenshots and a report. Exits with 1 if a step did not happen.",
            "It uses data of its own; your answers are not touched."
        })
final class TourCommand implements Callable<Integer> {

    private final WindowTools tools;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            defaultValue = "target/tour",
            description = "Where screenshots and report go (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--dark", description = "Plays in the dark theme.")
    private boolean dark;

    TourCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        return tools.tour(output, dark);
    }
}
