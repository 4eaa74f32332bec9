package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loupe.tensor.LayerNorm;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariantTest {
    private static final long[] IDS = {7, 3, 11, 5, 13};

    /** The same for all families, written out once more. */
    private static final Pattern ATTENTION =
            Pattern.compile(
                    ".*(c_attn|query|key|value|[qkv]_lin|[qkv]_proj|Attention\\.[qkv])"
                            + "\\.(weight|bias)");

    private static final Pattern EMBEDDINGS =
            Pattern.compile(
                    ".*(wte|wpe|(word|position|token_type)_embeddings|shared|embed_tokens"
                            + "|embed_positions)\\.weight");

    static List<String> fixtures() {
        return GoldenModel.all();
    }

    @Test
    void variantsAreCalledAsTheCourseCallsThem() {
        assertEquals(Optional.of(Variant.RANDOM_ATTENTION), Variant.named("random-attention"));
        assertEquals(Optional.empty(), Variant.named("RANDOM"));
        assertEquals(
                Set.of("trained", "random", "random-attention", "identity", "random-embeddings"),
                Set.of(Variant.values()).stream()
                        .map(Variant::published)
                        .collect(Collectors.toSet()));
    }

    /** Or what belongs together would be read twice over: once mapped, once copied. */
    @Test
    void trainedWeightsAreTheFilesOwn() throws Exception {
        try (NDManager scope = Torch.scope()) {
            Weights file = Weights.of("memory", Map.of());
            Start start = Start.read("c", Map.of("model_type", "bert"));
            assertSame(file, Variant.TRAINED.of(file, start, scope, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void onlyTheNamedParametersChange(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name)) {
            Map<String, NDArray> tensors = golden.tensors();
            assertEquals(Set.of(), changed(golden, Variant.TRAINED));
            assertEquals(matching(golden, ATTENTION), changed(golden, Variant.RANDOM_ATTENTION));
            assertEquals(matching(golden, ATTENTION), changed(golden, Variant.IDENTITY));
            assertEquals(matching(golden, EMBEDDINGS), changed(golden, Variant.RANDOM_EMBEDDINGS));
            assertEquals(new TreeSet<>(tensors.keySet()), changed(golden, Variant.RANDOM));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void oneSeedGivesOneModelAndAnotherSeedAnother(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            for (Variant variant :
                    List.of(Variant.RANDOM, Variant.RANDOM_ATTENTION, Variant.RANDOM_EMBEDDINGS)) {
                NDArray first = last(golden, run, variant, 1);
                assertTrue(first.contentEquals(last(golden, run, variant, 1)));
                assertFalse(first.contentEquals(last(golden, run, variant, 2)));
                assertFalse(first.isNaN().any().getBoolean());
            }
            assertTrue(
                    last(golden, run, Variant.TRAINED, 1)
                            .contentEquals(last(golden, run, Variant.TRAINED, 2)));
        }
    }

    static List<String> oneStack() {
        return GoldenModel.oneStack();
    }

    @ParameterizedTest
    @MethodSource("oneStack")
    void withoutProjectionsAHeadSeesItsSliceOfWhatTheLayerReads(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            Trace trace = Trace.of(Set.of("hidden.1", "q.1", "k.1", "v.1"));
            model(golden, run, Variant.IDENTITY, 0).run(Batch.of(run, IDS), trace);
            NDArray read = trace.get("hidden.1"); // (1, T, D)
            if (name.startsWith("gpt2")) {
                Weights norm = Weights.of(name, golden.tensors()).under("transformer.h.1.ln_1.");
                int width = (int) read.getShape().get(2);
                read = new LayerNorm(norm, width, 1e-3f).apply(read); // (1, T, D)
            }
            assertSlices(read, trace, golden.stack().heads(), "q.1", "k.1", "v.1");
        }
    }

    @Test
    void withoutProjectionsTheHeadsOfADecoderSeeSlicesOfWhatTheEncoderMade() throws Exception {
        try (GoldenModel golden = GoldenModel.open("bart-generation");
                NDManager run = Torch.scope()) {
            Trace trace = Trace.of(Set.copyOf(golden.model().anatomy().places()));
            model(golden, run, Variant.IDENTITY, 0)
                    .run(golden.whole(run, Batch.of(run, IDS)), trace);
            int heads = golden.stack().heads();
            assertSlices(
                    trace.get("encoder.hidden.1"),
                    trace,
                    heads,
                    "encoder.q.1",
                    "encoder.k.1",
                    "encoder.v.1");
            assertSlices(
                    trace.get("decoder.hidden.1"),
                    trace,
                    heads,
                    "decoder.q.1",
                    "decoder.k.1",
                    "decoder.v.1");
            assertSlices(trace.get("encoder.hidden.2"), trace, heads, "cross.k.1", "cross.v.1");
        }
    }

    private static void assertSlices(NDArray read, Trace trace, int heads, String... places) {
        NDArray slices =
                read.reshape(1, read.getShape().get(1), heads, -1)
                        .transpose(0, 2, 1, 3); // (1, N, T, H)
        for (String place : places) {
            assertTrue(slices.allClose(trace.get(place), 1e-6, 1e-6, false), place);
        }
    }

    @Test
    void numbersAreDrawnAsTheArchitectureDrawsThem() throws Exception {
        try (NDManager scope = Torch.scope()) {
            Start gpt2 =
                    Start.read(
                            "c",
                            Map.of("model_type", "gpt2", "n_layer", 8, "initializer_range", 0.1));
            assertEquals(0.1, spread(gpt2, scope, "h.0.attn.c_attn.weight"), 0.002);
            assertEquals(0.025, spread(gpt2, scope, "h.0.mlp.c_proj.weight"), 0.0005);
            Start bert = Start.read("c", Map.of("model_type", "bert", "pad_token_id", 3));
            assertEquals(0.02, spread(bert, scope, "encoder.layer.0.output.dense.weight"), 0.0005);
            NDArray words =
                    bert.fresh(scope, "bert.embeddings.word_embeddings.weight", new Shape(5, 8), 1);
            assertEquals(0, words.get(3).abs().sum().getFloat());
            assertTrue(words.get(2).abs().min().getFloat() > 0);
            Start t5 =
                    Start.read(
                            "c",
                            Map.of(
                                    "model_type",
                                    "t5",
                                    "d_model",
                                    100,
                                    "d_kv",
                                    4,
                                    "num_heads",
                                    4,
                                    "d_ff",
                                    64));
            assertEquals(0.05, spread(t5, scope, "encoder.x.SelfAttention.q.weight"), 0.001);
            assertEquals(0.1, spread(t5, scope, "decoder.x.EncDecAttention.k.weight"), 0.002);
            assertEquals(0.25, spread(t5, scope, "encoder.x.SelfAttention.o.weight"), 0.005);
            assertEquals(0.125, spread(t5, scope, "encoder.x.DenseReluDense.wo.weight"), 0.003);
            assertEquals(1, spread(t5, scope, "shared.weight"), 0.02);
            assertEquals(
                    8, bert.fresh(scope, "x.LayerNorm.gamma", new Shape(8), 1).sum().getFloat());
            assertEquals(
                    0, bert.fresh(scope, "x.LayerNorm.beta", new Shape(8), 1).sum().getFloat());
        }
    }

    private static double spread(Start start, NDManager scope, String name) {
        NDArray drawn = start.fresh(scope, name, new Shape(100, 100), 5);
        assertEquals(0, drawn.mean().getFloat(), 0.05);
        return Math.sqrt(drawn.mul(drawn).mean().getFloat());
    }

    private static Set<String> matching(GoldenModel golden, Pattern names) {
        return golden.tensors().keySet().stream()
                .filter(name -> names.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> changed(GoldenModel golden, Variant variant) {
        Weights weights = weights(golden, golden.scope(), variant, 1);
        Set<String> changed = new TreeSet<>();
        golden.tensors()
                .forEach(
                        (name, tensor) -> {
                            NDArray now = weights.get(name, tensor.getShape().getShape());
                            if (!now.contentEquals(tensor)) {
                                changed.add(name);
                            }
                        });
        return changed;
    }

    private static NDArray last(GoldenModel golden, NDManager run, Variant variant, long seed) {
        Trace trace = Trace.of(Set.of(golden.lastPlace()));
        model(golden, run, variant, seed).run(golden.whole(run, Batch.of(run, IDS)), trace);
        return trace.get(golden.lastPlace());
    }

    private static Model model(GoldenModel golden, NDManager scope, Variant variant, long seed) {
        return golden.architecture().build(weights(golden, scope, variant, seed));
    }

    private static Weights weights(
            GoldenModel golden, NDManager scope, Variant variant, long seed) {
        Start start = Start.read("config.json", golden.config());
        return variant.of(Weights.of("golden", golden.tensors()), start, scope, seed);
    }
}
