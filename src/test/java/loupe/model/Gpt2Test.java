package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gpt2Test {
    private static final Path TINY =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/models/tiny-gpt");

    private static NDManager scope;
    private static Gpt2 tiny;

    @BeforeAll
    static void open() throws Exception {
        ModelFolder folder = ModelFolder.open(TINY);
        scope = Torch.scope();
        try (WeightFile weights = folder.weights()) {
            tiny =
                    new Gpt2(
                            Gpt2Config.read("config.json", folder.config()),
                            weights.weights(scope));
        }
        scope.cap(); // from here on a result that would stay with the weights is an exception
    }

    @AfterAll
    static void close() {
        scope.close();
    }

    @Test
    void onlyPlacesThatWereAskedForAreKept() {
        try (NDManager run = Torch.scope()) {
            Trace trace = Trace.of(Set.of("attn.1", "hidden.0", "no.such.place"));
            tiny.forward(Batch.of(run, 1, 2, 3), trace);
            assertEquals(Set.of("attn.1", "hidden.0"), trace.places());
            assertEquals(new Shape(1, 2, 3, 3), trace.get("attn.1").getShape());
            assertThrows(IllegalArgumentException.class, () -> trace.get("attn.0"));
        }
    }

    @Test
    void aRunThatIsStoppedEndsWithinOneLayer() {
        try (NDManager run = Torch.scope()) {
            AtomicInteger places = new AtomicInteger();
            Trace trace = Trace.of(Set.of(), () -> places.incrementAndGet() > 3);
            CancellationException stop =
                    assertThrows(
                            CancellationException.class,
                            () -> tiny.forward(Batch.of(run, 1, 2, 3), trace));
            assertEquals("stopped at v.0", stop.getMessage());
        }
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        try (NDManager run = Torch.scope()) {
            NDArray shorter = tiny.forward(Batch.of(run, 5, 6, 7), Trace.nothing());
            NDArray longer = tiny.forward(Batch.of(run, 5, 6, 7, 8, 9), Trace.nothing());
            assertTrue(longer.get(":, 0:3").allClose(shorter, 1e-5, 1e-5, false));
        }
    }

    @Test
    void moreTokensThanTheContextAreOurMistake() {
        try (NDManager run = Torch.scope()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> tiny.forward(Batch.of(run, new long[25]), Trace.nothing()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> tiny.forward(Batch.of(run, new long[0]), Trace.nothing()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n_layer|0|c: n_layer is 0, wanted a positive whole number.",
                "n_layer|2.5|c: n_layer is 2.5, wanted a positive whole number.",
                "n_head|3|c: n_head is 3, wanted a divisor of n_embd, which is 16.",
                "activation_function|spline|c: activation_function is spline, wanted an activation"
                        + " function we know.",
                "layer_norm_epsilon|-1|c: layer_norm_epsilon is -1, wanted a positive number.",
                "scale_attn_weights|no|c: scale_attn_weights is no, wanted true or false."
            })
    void aSettingThatMakesNoSenseIsNamed(String key, String value, String sentence) {
        Map<String, Object> json = new HashMap<>(tiny.config().json());
        json.put(key, value.matches("-?[0-9]+") ? Long.valueOf(value) : value);
        if (value.equals("2.5")) {
            json.put(key, 2.5);
        }
        assertEquals(
                sentence,
                assertThrows(ConfigException.class, () -> Gpt2Config.read("c", json)).getMessage());
    }

    @Test
    void aSettingThatIsMissingIsNamed() {
        Map<String, Object> json = new HashMap<>(tiny.config().json());
        json.remove("n_embd");
        assertEquals(
                "c: n_embd is missing.",
                assertThrows(ConfigException.class, () -> Gpt2Config.read("c", json)).getMessage());
    }

    @Test
    void aConfigurationWrittenIsTheSameWhenRead() {
        assertEquals(tiny.config(), Gpt2Config.read("c", tiny.config().json()));
    }

    @Test
    void aModelTypeWeDoNotKnowIsRefusedWithThoseWeDo() {
        assertEquals(
                "c: model_type is llama, which cannot be run; wanted gpt2, bert, distilbert, roberta,"
                        + " electra, albert, marian, bart, t5.",
                assertThrows(
                                ConfigException.class,
                                () -> ModelType.read("c", Map.of("model_type", "llama")))
                        .getMessage());
        assertEquals(
                "c: model_type is missing.",
                assertThrows(ConfigException.class, () -> ModelType.read("c", Map.of()))
                        .getMessage());
    }
}
