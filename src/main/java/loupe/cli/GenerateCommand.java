package loupe.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import loupe.experiment.Advice;
import loupe.experiment.GenerateExperiment;
import loupe.experiment.GenerateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code installer/run generate}: what a model writes. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        header = "Lets a model write.%n",
        description = {
            "A model such as course/gpt goes on with --text, token by token: each is drawn at"
                    + " random by the model's probabilities, or is the likeliest with --temperature 0.",
            "A model such as course/translator reads the text of --encoder and writes the likeliest"
                    + " other text that it finds, by beam search."
        })
final class GenerateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            description = "Its id (course/gpt, org/name) or the path of its folder.")
    private String model;

    @Option(names = "--text", paramLabel = "T", description = "The text to go on with.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--encoder", paramLabel = "T", description = "The text to read.")
    private Optional<String> encoder = Optional.empty();

    @Option(
            names = "--beams",
            paramLabel = "N",
            description =
                    "With --encoder: beginnings that are followed at once, 1 for greedy search"
                            + " (default: as the model's files say).")
    private Optional<Integer> beams = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description =
                    "With --text: below 1 the likely become likelier, above 1 all become more alike"
                            + " (default: 1).")
    private Optional<Double> temperature = Optional.empty();

    @Option(
            names = "--top-k",
            paramLabel = "N",
            description = "With --text: only the N likeliest tokens (default: all).")
    private Optional<Integer> topK = Optional.empty();

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description =
                    "With --text: only the likeliest tokens that together have this probability"
                            + " (default: 1, all).")
    private Optional<Double> topP = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --text: where chance starts from (default: 0).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description =
                    "The most tokens to write (default: 40 with --text, else as the model's files"
                            + " say).")
    private Optional<Integer> tokens = Optional.empty();

    @Override
    public Integer call() throws Exception {
        GenerateRequest request = request();
        return ModelWork.carryOut(
                spec.commandLine(),
                lab -> new GenerateExperiment(lab).run(request, () -> false),
                written -> spec.commandLine().getOut().println(text.orElse("") + written));
    }

    private GenerateRequest request() {
        if (text.isPresent() == encoder.isPresent()) {
            throw wrong("Give one of --text and --encoder.");
        }
        boolean draws =
                temperature.isPresent() || topK.isPresent() || topP.isPresent() || seed.isPresent();
        if (text.isPresent() && beams.isPresent()) {
            throw wrong("--beams goes with --encoder.");
        }
        if (encoder.isPresent() && draws) {
            throw wrong("--temperature, --top-k, --top-p and --seed go with --text.");
        }
        try {
            return GenerateRequest.of(
                    model, text.or(() -> encoder).orElseThrow(), manner(), tokens);
        } catch (Advice advice) {
            throw wrong(advice.getMessage());
        }
    }

    private GenerateRequest.Manner manner() throws Advice {
        return encoder.isPresent()
                ? GenerateRequest.Searched.of(beams)
                : GenerateRequest.Drawn.of(
                        temperature.orElse(1.0), topK.orElse(0), topP.orElse(1.0), seed.orElse(0L));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
