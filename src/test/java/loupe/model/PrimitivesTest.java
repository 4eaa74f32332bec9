package loupe.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import loupe.tensor.Activation;
import loupe.tensor.LayerNorm;
import loupe.tensor.RmsNorm;
import loupe.tensor.Sinusoids;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations that architectures are made of, against the tables of the fixtures. */
class PrimitivesTest {

    @Test
    void everyActivationThatHasATableIsKnownAndEqualsIt() throws Exception {
        Tables tables = new Tables();
        try (NDManager scope = Torch.scope()) {
            NDArray x = tables.floats(scope, "act/x");
            for (String name : tables.names("act/")) {
                if (!name.equals("act/x")) {
                    Optional<Activation> activation =
                            Activation.named(name.substring("act/".length()));
                    assertTrue(activation.isPresent(), name);
                    near(tables.floats(scope, name), activation.get().apply(x), 2e-6, name);
                }
            }
        }
    }

    /** One table is left out: its steps end where they begin, and its numbers are no buckets. */
    @ParameterizedTest
    @CsvSource({"32, 128", "8, 16", "16, 20", "32, 16", "6, 12"})
    void everyDistanceHasTheBucketThatT5GivesIt(int count, int farthest) throws Exception {
        checkBuckets("bidirectional", new Buckets(count, farthest, true));
        if (count < 2 * farthest) {
            checkBuckets("causal", new Buckets(count, farthest, false));
        }
    }

    private static void checkBuckets(String kind, Buckets buckets) throws Exception {
        Tables tables = new Tables();
        String name = "t5/bucket_%s_%d_%d".formatted(kind, buckets.count(), buckets.farthest());
        long[] distances = tables.longs("t5/relative_position");
        long[] found = Arrays.stream(distances).map(d -> buckets.of((int) d)).toArray();
        assertArrayEquals(tables.longs(name), found, name);
    }

    @Test
    void bucketsWhoseStepsLeadNowhereAreRefused() {
        assertEquals(
                "32 buckets do not reach a distance of 16",
                assertThrows(IllegalArgumentException.class, () -> new Buckets(32, 16, false))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Buckets(2, 16, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 24, 64})
    void marianSinusoidsHaveTheirSinesFirst(int width) throws Exception {
        try (NDManager scope = Torch.scope()) {
            NDArray wanted = new Tables().floats(scope, "marian/sinusoid_" + width);
            near(wanted, Sinusoids.table(scope, 40, width), 1e-7, "width " + width);
        }
    }

    @Test
    void whatTheDecoderReadsIsWhatItShallWriteOnePlaceLater() throws Exception {
        Tables tables = new Tables();
        try (NDManager scope = Torch.scope()) {
            NDArray labels = tables.integers(scope, "shift/labels");
            assertEquals(
                    tables.integers(scope, "shift/bart_pad1_start2"),
                    new DecoderStart(2, 1).shifted(labels));
            assertEquals(
                    tables.integers(scope, "shift/marian_pad99_start99"),
                    new DecoderStart(99, 99).shifted(labels));
        }
    }

    /** Rows 1 and 5 have a mean far above their spread, and float32 itself is uncertain there. */
    @ParameterizedTest
    @CsvSource({"1e-12, 1e-12", "1e-5, 1e-05", "1e-3, 0.001"})
    void layerNormHoldsOnHardRows(float epsilon, String name) throws Exception {
        double[] allowed = {1e-6, 2e-4, 1e-6, 1e-5, 1e-6, 2e-3};
        Tables tables = new Tables();
        try (NDManager scope = Torch.scope()) {
            LayerNorm norm = new LayerNorm(norm(tables, scope), 24, epsilon);
            NDArray found = norm.apply(tables.floats(scope, "norm/x"));
            NDArray wanted = tables.floats(scope, "norm/layernorm_" + name);
            for (int row = 0; row < allowed.length; row++) {
                near(wanted.get(row), found.get(row), allowed[row], "row " + row);
            }
        }
    }

    @Test
    void theNormOfT5CentresNothing() throws Exception {
        Tables tables = new Tables();
        try (NDManager scope = Torch.scope()) {
            RmsNorm norm = new RmsNorm(norm(tables, scope), 24, 1e-6f);
            NDArray found = norm.apply(tables.floats(scope, "norm/x"));
            near(tables.floats(scope, "norm/t5rms_1e-06"), found, 1e-6, "rms");
        }
    }

    @Test
    void whatIsMaskedIsExactly0() throws Exception {
        Tables tables = new Tables();
        try (NDManager scope = Torch.scope()) {
            NDArray seen = tables.integers(scope, "softmax/mask"); // (B, S)
            Mask mask = Mask.padding(Batch.of(seen).withMask(seen));
            NDArray scores = tables.floats(scope, "softmax/scores").reshape(4, 1, 1, 9);
            NDArray found = mask.on(scores).softmax(-1).reshape(4, 9); // (B, S)
            near(tables.floats(scope, "softmax/probs"), found, 1e-6, "softmax");
            float[] probabilities = found.toFloatArray();
            long[] mayBeSeen = seen.toLongArray();
            for (int i = 0; i < probabilities.length; i++) {
                assertTrue(mayBeSeen[i] == 1 || probabilities[i] == 0);
            }
        }
    }

    private static Weights norm(Tables tables, NDManager scope) {
        NDArray gain = tables.floats(scope, "norm/weight");
        NDArray bias = tables.floats(scope, "norm/bias");
        return Weights.of("norm", Map.of("weight", gain, "bias", bias));
    }

    private static void near(NDArray wanted, NDArray found, double allowed, String name) {
        assertEquals(wanted.getShape(), found.getShape(), name);
        assertTrue(found.allClose(wanted, allowed, allowed, false), name);
    }
}
