package loupe.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.tensor.Torch;
import loupe.tensor.WeightsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every malformed file, and every odd but valid one, as the manifest says. */
class MalformedFilesTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path ROOT = HOME.resolve("../shared/golden/malformed");
    private static final Path SENTENCES =
            HOME.resolve("src/test/resources/malformed-sentences.txt");

    /** Those that may be refused or loaded, and are refused here. */
    private static final List<String> REFUSED =
            List.of(
                    "bin/b07-zip-bomb.bin",
                    "bin/b20-torchscript.bin",
                    "bin/b33-safetensors-renamed.bin");

    /** Those that may be refused or loaded, and are loaded here. */
    private static final List<String> LOADED =
            List.of(
                    "bin/b23-path-traversal.bin",
                    "bin/b24-big-endian.bin",
                    "valid/v16-wrapped-state-dict.bin");

    static List<String> rejected() throws Exception {
        return Stream.concat(manifest("reject").stream(), REFUSED.stream()).toList();
    }

    static List<String> accepted() throws Exception {
        return Stream.concat(manifest("accept").stream(), LOADED.stream()).toList();
    }

    @Test
    void everyFileOfTheManifestIsTried() throws Exception {
        Set<String> either = new TreeSet<>(manifest("either"));
        assertEquals(
                either, new TreeSet<>(Stream.of(REFUSED, LOADED).flatMap(List::stream).toList()));
    }

    private static List<String> manifest(String expect) throws Exception {
        String text = Files.readString(ROOT.resolve("manifest.json"));
        Stream<JsonElement> all =
                StreamSupport.stream(
                        JsonParser.parseString(text).getAsJsonArray().spliterator(), false);
        return all.map(JsonElement::getAsJsonObject)
                .filter(entry -> entry.get("expect").getAsString().equals(expect))
                .map(MalformedFilesTest::file)
                .toList();
    }

    private static String file(JsonObject entry) {
        return entry.get("file").getAsString();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void eachRejectionIsItsSentence(String file) throws Exception {
        String sentence =
                Files.readAllLines(SENTENCES).stream()
                        .filter(line -> line.startsWith(file))
                        .findFirst()
                        .orElseThrow();
        assertEquals(sentence, refusal(file).replace(ROOT + "/", ""));
    }

    private static String refusal(String file) throws Exception {
        Path path = ROOT.resolve(file);
        if (!file.startsWith("models")) {
            return assertThrows(CheckpointException.class, () -> open(path)).getMessage();
        }
        ModelFolder folder = ModelFolder.open(path.getParent());
        Gpt2Config config = Gpt2Config.read("config.json", folder.config());
        try (WeightFile weights = folder.weights();
                NDManager scope = Torch.scope()) {
            return assertThrows(
                            WeightsException.class, () -> new Gpt2(config, weights.weights(scope)))
                    .getMessage();
        }
    }

    private static WeightFile open(Path path) throws CheckpointException {
        if (path.toString().endsWith(".index.json")) {
            return ShardedFile.open(path);
        }
        return path.toString().endsWith(".bin") ? PytorchFile.open(path) : Safetensors.open(path);
    }

    @AfterAll
    static void nothingInAFileHasRun() {
        assertFalse(Files.exists(Path.of("/tmp/pwned")));
        assertFalse(Files.exists(Path.of("/tmp/pwned_path")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void eachOddButValidFileReads(String file) throws Exception {
        try (WeightFile open = open(ROOT.resolve(file));
                NDManager scope = Torch.scope()) {
            open.copies(scope)
                    .forEach((name, tensor) -> assertTrue(tensor.toFloatArray().length >= 0, name));
        }
    }

    @Test
    void valuesAreThoseThatWereWritten() throws Exception {
        assertValues("v02-scalar", "a", 2.5f);
        assertValues("v03-header-order", "b", 0, 1, 2, 3);
        assertValues("v05-unaligned-header", "a", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertValues("v08-all-dtypes", "f16", 1.5f, -2, 5.9604645e-08f, 65504);
        assertValues("v08-all-dtypes", "bf16", 1.5f, -2, 3.140625f, 9.18355e-41f);
        assertValues("v08-all-dtypes", "f64", 1.5f, -2);
        assertValues(
                "v10-special-floats",
                "f32",
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.NaN,
                -0f,
                Float.MIN_VALUE);
        try (Safetensors open = Safetensors.open(valid("v07-escaped-names"))) {
            assertEquals(Set.of("lével/\"q\"\\", "😀"), open.names());
        }
    }

    @Test
    void viewsOfStoragesAreGathered() throws Exception {
        float[] twelve = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertValues("v11-good.bin", "a", twelve);
        assertValues("v12-expanded-stride0.bin", "a", 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
        assertValues("v13-shared-storage.bin", "a", twelve);
        assertValues("v13-shared-storage.bin", "b", 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        assertValues("v13-shared-storage.bin", "c", 3, 7);
        assertValues("v14-storage-larger.bin", "a", 5, 6, 9, 10);
        assertValues("v15-empty-and-scalar.bin", "a");
        assertValues("v15-empty-and-scalar.bin", "b", 2.5f);
        assertValues("v16-wrapped-state-dict.bin", "a", twelve);
        assertValues("v17-good-legacy.bin", "a", twelve);
        assertValues("../bin/b23-path-traversal.bin", "a", twelve);
        assertValues("../bin/b24-big-endian.bin", "a", twelve);
    }

    private static void assertValues(String file, String name, float... wanted) throws Exception {
        try (WeightFile open = open(valid(file));
                NDManager scope = Torch.scope()) {
            Map<String, NDArray> copies = open.copies(scope);
            assertEquals(Arrays.toString(wanted), Arrays.toString(copies.get(name).toFloatArray()));
            long[] shape = copies.get(name).getShape().getShape();
            NDArray mapped = open.weights(scope).get(name, shape);
            assertEquals(Arrays.toString(wanted), Arrays.toString(mapped.toFloatArray()));
        }
    }

    private static Path valid(String name) {
        return ROOT.resolve("valid").resolve(name.contains(".bin") ? name : name + ".safetensors");
    }

    @Test
    void aTensorOfWholeNumbersIsNoWeight() throws Exception {
        try (Safetensors open = Safetensors.open(valid("v08-all-dtypes"));
                NDManager scope = Torch.scope()) {
            WeightsException refusal =
                    assertThrows(WeightsException.class, () -> open.weights(scope).get("i64", 2));
            assertEquals(
                    valid("v08-all-dtypes") + ": i64 holds I64, wanted F32, F16 or BF16.",
                    refusal.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[1,1]}}|a: it is there twice.",
                "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]}}|a: dtype is there twice.",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,1]}}|a: its shape is out of range.",
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,1]}}|a: its shape is out of range.",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0]}}|a: data_offsets holds 1 numbers, wanted 2.",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":1,\"data_offsets\":[0,1]}}|a: shape is not a list.",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[true],\"data_offsets\":[0,1]}}|a: a dimension is not a whole number.",
                "{\"a\":{\"dtype\":8,\"shape\":[1],\"data_offsets\":[0,1]}}|a: dtype is not a text.",
                "{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}|a: shape is missing.",
                "{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}|__metadata__: must map names to texts, each once.",
                "{}|1 bytes at the end belong to no tensor."
            })
    void whatTheFormatForbidsIsRefused(String header, String wanted, @TempDir Path folder)
            throws Exception {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("x.safetensors");
        ByteBuffer bytes = ByteBuffer.allocate(9 + json.length).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(json.length).put(json).array());
        CheckpointException refusal =
                assertThrows(CheckpointException.class, () -> Safetensors.open(file));
        assertEquals(file + ": " + wanted, refusal.getMessage());
    }
}
