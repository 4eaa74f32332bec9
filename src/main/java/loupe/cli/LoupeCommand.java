package loupe.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's root: {@code installer/run COMMAND}. Without a command the window opens. */
@Command(
        name = "installer/run",
        mixinStandardHelpOptions = true,
        version = "Loupe 0.1",
        description = {
            "Loupe: see inside transformers.",
            "Without a command, the window opens with the course.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {"", "installer/run COMMAND --help says more about a command."})
public final class LoupeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    private LoupeCommand() {}

    /**
     * Carries out a command.
     *
     * @return the exit status: 0 done, 1 failed, 2 not understood
     */
    public static int run(String[] arguments, WindowTools tools) {
        TerminalLog.install();
        CommandLine line = new CommandLine(new LoupeCommand());
        line.addSubcommand(new TourCommand(tools));
        line.addSubcommand(new BenchCommand(tools));
        line.addSubcommand(new FetchCommand());
        line.addSubcommand(new ModelsCommand());
        line.addSubcommand(new TrainCommand());
        line.addSubcommand(new AttendCommand());
        line.addSubcommand(new LintCommand());
        line.addSubcommand(new NewCommand());
        line.addSubcommand(new PreviewCommand(tools));
        line.addSubcommand(new PackCommand());
        line.addSubcommand(new AddCommand());
        line.addSubcommand(new ExportCommand(tools));
        line.addSubcommand(new AnswersCommand());
        line.addSubcommand(new HandInCommand(tools));
        line.addSubcommand(new TortureCommand(tools));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.addSubcommand(new GenerateCommand());
        CommandLine.IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler(
                (wrong, given) -> usual.handleParseException(misspeltFirst(wrong), given));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                });
        return line.execute(arguments);
    }

    /** What is missing may only be misspelt. */
    private static ParameterException misspeltFirst(ParameterException wrong) {
        List<String> unknown = wrong.getCommandLine().getUnmatchedArguments();
        return wrong instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(wrong.getCommandLine(), unknown)
                : wrong;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
