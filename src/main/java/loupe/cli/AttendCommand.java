package loupe.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import loupe.experiment.Advice;
import loupe.experiment.AttendAnswer;
import loupe.experiment.AttendExperiment;
import loupe.experiment.AttendRequest;
import loupe.experiment.Given;
import loupe.experiment.Piece;
import loupe.experiment.WeightChoice;
import loupe.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code installer/run attend}: what a model computed, in a file for any other program. */
@Command(
        name = "attend",
        mixinStandardHelpOptions = true,
        header = "Runs a model and writes out what it computed.%n",
        description = {
            "Writes the attention, the queries, keys and values, the hidden states and the other"
                    + " named places of one run into a safetensors file, each with a batch of one.",
            "Give a text (and a second one, for a pair), or the two texts of a model that reads"
                    + " and writes, or ids.",
            "The file's metadata holds tokens, ids, offsets (UTF-16), segments and types as JSON."
        })
final class AttendCommand implements Callable<Integer> {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Spec private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            description = "Its id (course/gpt, org/name) or the path of its folder.")
    private String model;

    @Option(names = "--text", paramLabel = "T", description = "The text to read.")
    private String text;

    @Option(names = "--pair", paramLabel = "T2", description = "A second text beside it.")
    private String pair;

    @Option(names = "--encoder", paramLabel = "T", description = "The text the encoder reads.")
    private String encoder;

    @Option(
            names = "--decoder",
            paramLabel = "T2",
            description = "The text the decoder reads, as it stands, with its marks.")
    private String decoder;

    @Option(names = "--ids", paramLabel = "1,2,3", description = "Token ids instead of a text.")
    private String ids;

    @Option(names = "--type-ids", paramLabel = "0,0,1", description = "The types of those ids.")
    private String types;

    @Option(names = "--decoder-ids", paramLabel = "4,5", description = "Ids for the decoder.")
    private String decoderIds;

    @Option(
            names = "--weights",
            paramLabel = "V",
            defaultValue = "trained",
            description =
                    "trained, random, random-attention, identity or random-embeddings (default:"
                            + " ${DEFAULT-VALUE}).")
    private String weights;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Where chance starts from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--places",
            paramLabel = "P",
            split = ",",
            description = "Places such as attn.0, or attn for all layers (default: all there are).")
    private List<String> places = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "The file to write, FILE.safetensors.")
    private Path output;

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "auto, cpu or gpu (default: auto, a GPU when there is one).")
    private String device;

    @Option(names = "--json", description = "Prints a summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Given given = given();
        if (device != null) {
            if (!Torch.isDevice(device)) {
                throw wrong("--device is " + device + ", wanted auto, cpu or gpu.");
            }
            System.setProperty("loupe.device", device);
        }
        Path parent = output.toAbsolutePath().getParent();
        if (Files.isDirectory(output) || parent == null || !Files.isDirectory(parent)) {
            throw wrong("--output " + output + " cannot be a file: " + whyNot(parent));
        }
        AttendRequest request = new AttendRequest(model, choice(), given, places, output);
        return ModelWork.carryOut(
                spec.commandLine(), lab -> new AttendExperiment(lab).run(request), this::print);
    }

    private WeightChoice choice() {
        try {
            return WeightChoice.of(weights, seed);
        } catch (Advice advice) {
            throw wrong(advice.getMessage());
        }
    }

    private String whyNot(Path parent) {
        return Files.isDirectory(output) ? "it is a folder." : "there is no folder " + parent + ".";
    }

    private Given given() {
        int ways = (text != null ? 1 : 0) + (encoder != null ? 1 : 0) + (ids != null ? 1 : 0);
        if (ways != 1) {
            throw wrong("Give one of --text, --encoder with --decoder, or --ids.");
        }
        if (pair != null && text == null) {
            throw wrong("--pair goes with --text.");
        }
        if ((decoder != null) != (encoder != null)) {
            throw wrong("--encoder and --decoder go together.");
        }
        if ((types != null || decoderIds != null) && ids == null) {
            throw wrong("--type-ids and --decoder-ids go with --ids.");
        }
        if (text != null) {
            return new Given.Text(text, Optional.ofNullable(pair));
        }
        return encoder != null
                ? new Given.TwoTexts(encoder, decoder)
                : new Given.Ids(
                        numbers("--ids", ids),
                        numbers("--type-ids", types),
                        numbers("--decoder-ids", decoderIds));
    }

    private List<Long> numbers(String option, String text) {
        List<Long> numbers = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split(",", -1)) {
            try {
                numbers.add(Long.parseLong(part.strip()));
            } catch (NumberFormatException e) {
                throw wrong(
                        "%s has \"%s\" where a whole number belongs: write 1,2,3."
                                .formatted(option, part.strip()));
            }
        }
        return numbers;
    }

    private void print(AttendAnswer answer) {
        if (json) {
            spec.commandLine().getOut().println(GSON.toJson(summary(answer)));
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d places of %s, %d tokens, on %s in %d ms: %s%n",
                            answer.places().size(),
                            answer.model(),
                            answer.tokens().size(),
                            answer.device(),
                            answer.milliseconds(),
                            output);
        }
    }

    private Map<String, Object> summary(AttendAnswer answer) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("model", answer.model());
        summary.put("weights", answer.weights().variant());
        summary.put("seed", answer.weights().seed());
        summary.put("device", answer.device());
        summary.put("milliseconds", answer.milliseconds());
        summary.put("file", output.toString());
        summary.put("tokens", answer.tokens());
        Optional<List<Piece>> written = answer.decoderTokens();
        written.ifPresent(tokens -> summary.put("decoder_tokens", tokens));
        summary.put("places", answer.places());
        return summary;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
