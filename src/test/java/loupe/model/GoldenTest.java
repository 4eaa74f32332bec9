package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.Safetensors;
import loupe.checkpoint.WeightFile;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of every fixture, part by part, at the tolerance of the fixtures' README: one
 * hundred-thousandth of the largest value of its kind, or of one.
 */
class GoldenTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path GOLDEN = HOME.resolve("../shared/golden");

    private static final List<String> COMMITTED =
            List.of(
                    "albert-pretraining",
                    "bart-generation",
                    "bert-relative-key-query",
                    "distilbert-mlm",
                    "electra-discriminator",
                    "gpt2-prefixed-unusual",
                    "marian-all-names",
                    "roberta-mlm",
                    "t5-relu-tied");
    private static final List<String> SHARED =
            List.of(
                    "albert-pretraining",
                    "bart-generation",
                    "bart-seqcls",
                    "bert-noprefix",
                    "bert-pretraining",
                    "bert-relative-key-query",
                    "distilbert-mlm",
                    "electra-discriminator",
                    "gpt2-hub",
                    "gpt2-prefixed-unusual",
                    "marian-all-names",
                    "marian-tied",
                    "roberta-mlm",
                    "t5-encoder",
                    "t5-relu-tied",
                    "loaders/bert-bf16-bin",
                    "loaders/bert-bf16-safetensors",
                    "loaders/bert-bin-legacy",
                    "loaders/bert-bin-parameters",
                    "loaders/bert-bin-torch2-layout",
                    "loaders/bert-bin-zip",
                    "loaders/bert-f16-bin",
                    "loaders/bert-f16-safetensors",
                    "loaders/bert-sharded-safetensors",
                    "loaders/gpt2-bin-cuda-location",
                    "loaders/gpt2-bin-zip",
                    "loaders/gpt2-f16-safetensors",
                    "loaders/gpt2-sharded-safetensors");

    static List<Path> fixtures() {
        return Stream.concat(
                        COMMITTED.stream().map(HOME.resolve("src/test/resources/golden")::resolve),
                        SHARED.stream().map(GOLDEN::resolve))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyPartEqualsTheReference(Path fixture) throws Exception {
        Path numbersFrom = reference(fixture);
        JsonObject reference = json(numbersFrom.resolve("reference.json"));
        ModelFolder folder = ModelFolder.open(fixture);
        Architecture architecture =
                Architecture.read(folder.configFile().toString(), folder.config());
        List<String> wrong = new ArrayList<>();
        try (NDManager scope = Torch.scope();
                WeightFile weights = folder.weights();
                Safetensors expected =
                        Safetensors.open(numbersFrom.resolve("reference.safetensors"))) {
            Model model = architecture.build(weights.weights(scope));
            Map<String, NDArray> numbers = expected.copies(scope);
            scope.cap();
            for (String name : reference.getAsJsonObject("cases").keySet()) {
                JsonObject one = reference.getAsJsonObject("cases").getAsJsonObject(name);
                try (NDManager run = Torch.scope()) {
                    Trace trace = Trace.of(one.getAsJsonObject("tensors").keySet());
                    model.run(batch(run, one.getAsJsonObject("inputs")), trace);
                    assertEquals(one.getAsJsonObject("tensors").keySet(), trace.places());
                    assertTrue(model.anatomy().places().containsAll(trace.places()));
                    for (String place : trace.places()) {
                        Difference difference =
                                new Difference(
                                        trace.grid(place),
                                        Grid.of(numbers.get(name + "/" + place)),
                                        undefined(one));
                        double allowed = 1e-5 * Math.max(1, size(reference, place, difference));
                        if (!(difference.largest(place) <= allowed)) {
                            wrong.add(name + "/" + place + ": " + difference.largest(place));
                        }
                    }
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong::toString);
    }

    /** The folder with its numbers: its own, or that of the fixture it is another form of. */
    private static Path reference(Path fixture) throws Exception {
        return Files.exists(fixture.resolve("reference.json"))
                ? fixture
                : GOLDEN.resolve(json(fixture.resolve("expect.json")).get("same_as").getAsString());
    }

    /** The two grids of one place, and the rows of the batch that mean nothing. */
    private record Difference(Grid found, Grid wanted, List<List<Integer>> undefined) {

        double largest(String place) {
            assertEquals(new Shape(longs(wanted)), new Shape(longs(found)), place);
            double largest = 0;
            for (int item = 0; item < wanted.shape()[0]; item++) {
                largest = Math.max(largest, largest(item));
            }
            return largest;
        }

        private double largest(int item) {
            int[] shape = wanted.slice(item).shape();
            int rows = shape.length == 3 ? shape[1] : shape[0];
            int width = shape[shape.length - 1];
            float[] a = found.slice(item).values();
            float[] b = wanted.slice(item).values();
            double largest = 0;
            for (int i = 0; i < a.length; i++) {
                if (undefined.isEmpty() || !undefined.get(item).contains(i / width % rows)) {
                    double difference = Math.abs(a[i] - b[i]);
                    largest = difference <= largest ? largest : difference; // NaN wins
                }
            }
            return largest;
        }

        private static long[] longs(Grid grid) {
            return Arrays.stream(grid.shape()).asLongStream().toArray();
        }
    }

    /** The largest value of that kind in the fixture; where it is not noted, in this grid. */
    private static double size(JsonObject reference, String place, Difference difference) {
        if (reference.has("max_abs_value")) {
            String group = place.replaceAll("\\.\\d+$", "");
            return reference.getAsJsonObject("max_abs_value").get(group).getAsDouble();
        }
        double largest = 0;
        for (float value : difference.wanted().values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static List<List<Integer>> undefined(JsonObject one) {
        List<List<Integer>> rows = new ArrayList<>();
        if (one.has("undefined_rows")) {
            for (var item : one.getAsJsonArray("undefined_rows")) {
                rows.add(item.getAsJsonArray().asList().stream().map(e -> e.getAsInt()).toList());
            }
        }
        return rows;
    }

    private static Batch batch(NDManager run, JsonObject inputs) {
        Batch batch = Batch.of(tensor(run, inputs, "input_ids").orElseThrow());
        batch = tensor(run, inputs, "attention_mask").map(batch::withMask).orElse(batch);
        batch = tensor(run, inputs, "position_ids").map(batch::withPositions).orElse(batch);
        batch = tensor(run, inputs, "token_type_ids").map(batch::withTypes).orElse(batch);
        return decoder(run, inputs).map(batch::withDecoder).orElse(batch);
    }

    private static Optional<Batch> decoder(NDManager run, JsonObject inputs) {
        Optional<NDArray> mask = tensor(run, inputs, "decoder_attention_mask");
        return tensor(run, inputs, "decoder_input_ids")
                .map(Batch::of)
                .map(batch -> mask.map(batch::withMask).orElse(batch));
    }

    private static Optional<NDArray> tensor(NDManager run, JsonObject inputs, String name) {
        if (!inputs.has(name)) {
            return Optional.empty();
        }
        JsonArray rows = inputs.getAsJsonArray(name);
        long[] flat =
                rows.asList().stream()
                        .flatMap(row -> row.getAsJsonArray().asList().stream())
                        .mapToLong(number -> number.getAsLong())
                        .toArray();
        return Optional.of(run.create(flat, new Shape(rows.size(), flat.length / rows.size())));
    }

    private static JsonObject json(Path file) throws Exception {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
