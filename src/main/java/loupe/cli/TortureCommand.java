package loupe.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code installer/run torture}: the proof that no answer gets lost. */
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, fills, locks, damages and confuses the store of answers, and counts what is lost.",
            "Prints a table at the end. It uses folders of its own; your answers are not touched."
        })
final class TortureCommand implements Callable<Integer> {

    private final WindowTools tools;

    @Option(
            names = "--kills",
            paramLabel = "NUMBER",
            defaultValue = "300",
            description = "How many processes are killed (default: ${DEFAULT-VALUE}).")
    private int kills;

    TortureCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        return tools.torture(kills);
    }
}
