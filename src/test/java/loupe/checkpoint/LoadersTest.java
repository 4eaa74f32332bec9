package loupe.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loupe.tensor.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same weights in every container: equal to the last bit. */
class LoadersTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/golden");

    static List<Path> exact() throws Exception {
        try (Stream<Path> folders = Files.list(GOLDEN.resolve("loaders"))) {
            return folders.filter(folder -> expect(folder).has("same_as")).sorted().toList();
        }
    }

    private static JsonObject expect(Path folder) {
        try {
            return JsonParser.parseString(Files.readString(folder.resolve("expect.json")))
                    .getAsJsonObject();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("exact")
    void everyContainerHoldsTheSameNumbers(Path folder) throws Exception {
        Path same = GOLDEN.resolve(expect(folder).get("same_as").getAsString());
        try (NDManager scope = Torch.scope();
                WeightFile file = ModelFolder.open(folder).weights();
                WeightFile wanted = ModelFolder.open(same).weights()) {
            Map<String, NDArray> found = file.copies(scope);
            int compared = 0;
            for (var tensor : wanted.copies(scope).entrySet()) {
                // attn.bias is the causal mask, stored in other number types here and there
                String name = tensor.getKey();
                String prefixed = found.containsKey(name) ? name : "transformer." + name;
                if (found.containsKey(prefixed)) {
                    assertEqual(tensor.getValue(), found.get(prefixed), name);
                    compared++;
                } else {
                    assertEquals("attn.bias", name.replaceFirst("^h\\.\\d+\\.", ""));
                }
            }
            assertFalse(compared < 40, "compared " + compared);
        }
    }

    @ParameterizedTest
    @CsvSource({"bert-f16-bin, bert-f16-safetensors", "bert-bf16-bin, bert-bf16-safetensors"})
    void halfPrecisionIsTheSameInBothContainers(String bin, String safetensors) throws Exception {
        try (NDManager scope = Torch.scope();
                WeightFile file = ModelFolder.open(GOLDEN.resolve("loaders/" + bin)).weights();
                WeightFile wanted =
                        ModelFolder.open(GOLDEN.resolve("loaders/" + safetensors)).weights()) {
            Map<String, NDArray> found = file.copies(scope);
            Map<String, NDArray> numbers = wanted.copies(scope);
            assertTrue(found.keySet().containsAll(numbers.keySet()));
            numbers.forEach((name, tensor) -> assertEqual(tensor, found.get(name), name));
        }
    }

    private static void assertEqual(NDArray wanted, NDArray found, String name) {
        assertEquals(wanted.getShape(), found.getShape(), name);
        assertArrayEquals(wanted.toFloatArray(), found.toFloatArray(), name);
    }
}
