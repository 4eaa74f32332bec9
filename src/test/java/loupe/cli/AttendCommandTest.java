package loupe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loupe.checkpoint.Safetensors;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class AttendCommandTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path GOLDEN = HOME.resolve("../shared/golden");
    private static final Path TINY = HOME.resolve("src/test/resources/models/tiny-gpt");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<Path> fixtures() {
        return Stream.of(
                        "gpt2-hub",
                        "gpt2-prefixed-unusual",
                        "bert-pretraining",
                        "bert-noprefix",
                        "bert-relative-key-query",
                        "distilbert-mlm",
                        "roberta-mlm",
                        "electra-discriminator",
                        "albert-pretraining",
                        "marian-tied",
                        "marian-all-names",
                        "bart-generation",
                        "bart-seqcls",
                        "t5-relu-tied",
                        "t5-encoder")
                .map(GOLDEN::resolve)
                .toList();
    }

    /** Every case of one row without padding: what a person can give to the command. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void theFileHoldsTheGoldenNumbers(Path fixture) throws Exception {
        JsonObject reference =
                JsonParser.parseString(Files.readString(fixture.resolve("reference.json")))
                        .getAsJsonObject();
        List<String> wrong = new ArrayList<>();
        try (NDManager scope = Torch.scope();
                Safetensors expected = Safetensors.open(fixture.resolve("reference.safetensors"))) {
            var numbers = expected.copies(scope);
            for (String name : reference.getAsJsonObject("cases").keySet()) {
                JsonObject one = reference.getAsJsonObject("cases").getAsJsonObject(name);
                List<String> options = options(one.getAsJsonObject("inputs"));
                if (options.isEmpty()) {
                    continue;
                }
                run(fixture, options.toArray(String[]::new));
                Map<String, Grid> found = grids();
                for (String place : one.getAsJsonObject("tensors").keySet()) {
                    Grid wanted = Grid.of(numbers.get(name + "/" + place));
                    double size =
                            reference
                                    .getAsJsonObject("max_abs_value")
                                    .get(place.replaceAll("\\.\\d+$", ""))
                                    .getAsDouble();
                    double off = difference(wanted, found.get(place));
                    if (!(off <= 1e-5 * Math.max(1, size))) {
                        wrong.add(name + "/" + place + ": " + off);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void tokensOffsetsAndSegmentsStandBesideTheNumbers() throws Exception {
        run(TINY, "--text", "The dog 🙂");
        JsonObject header = header();
        JsonObject metadata = header.getAsJsonObject("__metadata__");
        assertEquals(List.of("The", " dog", " ", "🙂", "🙂", "🙂", "🙂"), list(metadata, "tokens"));
        assertEquals(
                "[[0,3],[3,7],[7,8],[8,10],[8,10],[8,10],[8,10]]",
                metadata.get("offsets").getAsString());
        assertEquals("[0,0,0,0,0,0,0]", metadata.get("segments").getAsString());
        assertEquals("CPU", metadata.get("device").getAsString());
        assertEquals("[1,2,7,7]", header.getAsJsonObject("attn.0").get("shape").toString());
        assertEquals("F32", header.getAsJsonObject("attn.0").get("dtype").getAsString());
        assertTrue(header.has("logits") && header.has("contribution.1"));
    }

    @Test
    void otherWeightsGiveOtherNumbersAndOneSeedTheSame() throws Exception {
        run(TINY, "--ids", "1,2", "--places", "attn");
        byte[] trained = grids().get("attn.1").littleEndian();
        run(TINY, "--ids", "1,2", "--places", "attn", "--weights", "random", "--seed", "7");
        byte[] first = Files.readAllBytes(file());
        assertFalse(Arrays.equals(trained, grids().get("attn.1").littleEndian()));
        assertEquals(
                "random 7",
                header().getAsJsonObject("__metadata__").get("weights").getAsString()
                        + " "
                        + header().getAsJsonObject("__metadata__").get("seed").getAsString());
        run(TINY, "--ids", "1,2", "--places", "attn", "--weights", "random", "--seed", "7");
        assertTrue(Arrays.equals(first, Files.readAllBytes(file())));
    }

    @Test
    void onlyThePlacesAskedForAreWritten() throws Exception {
        run(TINY, "--text", "The dog", "--places", "attn,q.1,logits");
        assertEquals(
                List.of("__metadata__", "attn.0", "attn.1", "logits", "q.1"),
                header().keySet().stream().sorted().toList());
    }

    /** A reader of its own, after the format's description: gaps and overlaps are mistakes. */
    @Test
    void theFileIsAsTheFormatWantsIt() throws Exception {
        run(TINY, "--text", "The dog");
        ByteBuffer file = bytes();
        long length = file.getLong(0);
        assertEquals(0, length % 8);
        assertEquals('{', file.get(8));
        long data = file.limit() - 8 - length;
        long at = 0;
        List<JsonElement> entries =
                header().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("__metadata__"))
                        .map(Map.Entry::getValue)
                        .toList();
        for (JsonElement entry : entries) {
            JsonArray offsets = entry.getAsJsonObject().getAsJsonArray("data_offsets");
            assertEquals(at, offsets.get(0).getAsLong());
            at = offsets.get(1).getAsLong();
            assertEquals(4 * size(entry), at - offsets.get(0).getAsLong());
        }
        assertEquals(data, at);
    }

    @Test
    void theSummaryIsJson() throws Exception {
        assertEquals(0, status(TINY, "--text", "The dog", "--places", "attn", "--json"));
        JsonObject summary = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(
                "{\"attn.0\":[1,2,2,2],\"attn.1\":[1,2,2,2]}", summary.get("places").toString());
        assertEquals(2, summary.getAsJsonArray("tokens").size());
        assertEquals(file().toString(), summary.get("file").getAsString());
    }

    @Test
    void aLineSaysWhatWasWritten() throws Exception {
        run(TINY, "--ids", "1, 2,3", "--places", "attn");
        assertTrue(
                out.toString()
                        .matches(
                                "2 places of .*tiny-gpt, 3 tokens, on CPU in \\d+ ms: .*run.safetensors\\R"),
                out::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--text a --ids 1 | Give one of --text, --encoder with --decoder, or --ids.",
                "--places attn | Give one of --text, --encoder with --decoder, or --ids.",
                "--ids 1 --pair b | --pair goes with --text.",
                "--encoder a | --encoder and --decoder go together.",
                "--text a --decoder b | --encoder and --decoder go together.",
                "--text a --type-ids 0 | --type-ids and --decoder-ids go with --ids.",
                "--ids 1,x | --ids has \"x\" where a whole number belongs: write 1,2,3.",
                "--ids 1,, | --ids has \"\" where a whole number belongs: write 1,2,3.",
                "--ids 1 --weights none | There are no weights \"none\": choose trained, random,"
                        + " random-attention, identity, random-embeddings.",
                "--txt a | Unknown options: '--txt', 'a'"
            })
    void aMistakeInTheOptionsGetsItsSentenceAndStatusTwo(String options, String sentence) {
        assertEquals(2, status(TINY, options.split(" ")));
        assertEquals(sentence, err.toString().lines().findFirst().orElseThrow());
        assertFalse(Files.exists(file()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--ids 1,275 | MODEL has no token 275: it has 0 to 274.",
                "--ids -1 | MODEL has no token -1: it has 0 to 274.",
                "--ids 1,2 --type-ids 0 | There are 2 ids and 1 types: give one type for each id.",
                "--ids 1 --type-ids 275 | MODEL has no token type 275: it has 0 to 274.",
                "--ids 1 --decoder-ids 2 | MODEL has no decoder: leave --decoder-ids away.",
                "--encoder a --decoder b | MODEL has no decoder: give it one text, with --text.",
                "--ids 1 --places attn.2 | MODEL has no place attn.2. It has hidden.0, q.0, k.0, v.0,"
                        + " attn.0, mixed.0, ctx.0, contribution.0, value_norm.0, ffn_act.0, hidden.1, q.1, k.1, v.1,"
                        + " attn.1, mixed.1, ctx.1, contribution.1, value_norm.1, ffn_act.1, pre_norm, hidden.2,"
                        + " logits."
            })
    void whatTheModelCannotTakeGetsItsSentenceAndStatusOne(String options, String sentence) {
        assertEquals(1, status(TINY, options.split(" ")));
        assertEquals(sentence.replace("MODEL", TINY.toString()), err.toString().strip());
        assertFalse(Files.exists(file()));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidBeforeTheModelRuns() {
        int status =
                execute("--model", TINY.toString(), "--text", "a", "--output", folder.toString());
        assertEquals(2, status);
        assertEquals(
                "--output " + folder + " cannot be a file: it is a folder.",
                err.toString().lines().findFirst().orElseThrow());
    }

    private List<String> options(JsonObject inputs) {
        if (inputs.has("attention_mask") || inputs.has("position_ids")) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        Map<String, String> names =
                Map.of(
                        "input_ids", "--ids",
                        "token_type_ids", "--type-ids",
                        "decoder_input_ids", "--decoder-ids");
        for (String name : inputs.keySet()) {
            JsonArray rows = inputs.getAsJsonArray(name);
            if (rows.size() != 1 || !names.containsKey(name)) {
                return List.of();
            }
            options.add(names.get(name));
            options.add(
                    rows.get(0).getAsJsonArray().asList().stream()
                            .map(JsonElement::getAsString)
                            .collect(Collectors.joining(",")));
        }
        return options;
    }

    private static double difference(Grid wanted, Grid found) {
        assertEquals(Arrays.toString(wanted.shape()), Arrays.toString(found.shape()));
        float[] a = wanted.values();
        float[] b = found.values();
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i]);
            largest = difference <= largest ? largest : difference; // NaN wins
        }
        return largest;
    }

    private void run(Path model, String... options) {
        assertEquals(0, status(model, options), err::toString);
    }

    private int status(Path model, String... options) {
        String[] both = {"--model", model.toString(), "--output", file().toString()};
        return execute(
                Stream.concat(Arrays.stream(both), Arrays.stream(options)).toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine line = new CommandLine(new AttendCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Path file() {
        return folder.resolve("run.safetensors");
    }

    private ByteBuffer bytes() throws Exception {
        return ByteBuffer.wrap(Files.readAllBytes(file())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private JsonObject header() throws Exception {
        ByteBuffer file = bytes();
        String text = new String(file.array(), 8, (int) file.getLong(0), StandardCharsets.UTF_8);
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static long size(JsonElement entry) {
        return entry.getAsJsonObject().getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .reduce(1, (a, b) -> a * b);
    }

    private static List<String> list(JsonObject metadata, String name) {
        return JsonParser.parseString(metadata.get(name).getAsString())
                .getAsJsonArray()
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private Map<String, Grid> grids() throws Exception {
        try (NDManager scope = Torch.scope();
                Safetensors written = Safetensors.open(file())) {
            return written.copies(scope).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> Grid.of(e.getValue())));
        }
    }
}
