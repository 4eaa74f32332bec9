package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be changed in a run, for every architecture. */
class ChangedRunTest {
    private static final long[] IDS = {7, 3, 11, 5, 13};

    static List<String> fixtures() {
        return GoldenModel.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aHeadMultipliedBy0IsSilentAndNoOther(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            Trace plain = run(golden, run, everything(golden));
            for (Stack stack : golden.model().anatomy().stacks()) {
                AttentionKind kind = stack.kind();
                float[] factors = new float[stack.heads()];
                Arrays.fill(factors, 1);
                factors[1] = 0;
                NDArray silent = run.create(factors); // (N)
                Trace changed = run(golden, run, everything(golden).multiplying(kind, 1, silent));
                for (String place : List.of("mixed", "contribution")) {
                    NDArray now = changed.get(kind.place(place, 1));
                    NDArray expected = plain.get(kind.place(place, 1)).duplicate();
                    expected.get(":, 1").muli(0);
                    assertTrue(same(expected, now), place);
                }
                assertTrue(
                        same(plain.get(kind.place("attn", 1)), changed.get(kind.place("attn", 1))));
                assertFalse(same(plain.get(golden.lastPlace()), changed.get(golden.lastPlace())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void headsMultipliedBy1ChangeNothing(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            NDArray ones = run.ones(new Shape(golden.stack().heads())); // (N)
            Trace plain = run(golden, run, everything(golden));
            Trace same = everything(golden).multiplying(golden.stack().kind(), 0, ones);
            assertEverythingIsTheSame(plain, run(golden, run, same));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aHiddenStateThatIsReplacedTakesEffectFromThereOnOnly(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            String there = golden.stack().kind().place("hidden", 1);
            List<String> places = golden.model().anatomy().places();
            int from = places.indexOf(there);
            Trace plain = run(golden, run, everything(golden));
            NDArray other = plain.get(there).flip(1); // (B, T, D), the tokens turned round
            for (int again = 0; again < 2; again++) { // a run does not free what it was given
                Trace changed = run(golden, run, everything(golden).replacing(there, other));
                assertTrue(same(other, changed.get(there)));
                for (String place : places) {
                    boolean after = places.indexOf(place) >= from && !isOfOtherMaking(place);
                    assertEquals(!after, same(plain.get(place), changed.get(place)), place);
                }
            }
            Trace same = everything(golden).replacing(there, plain.get(there));
            assertEverythingIsTheSame(plain, run(golden, run, same));
        }
    }

    /** What the decoder looks at was made by the encoder; T5's distances are the same for all. */
    private static boolean isOfOtherMaking(String place) {
        return List.of("cross.k.", "cross.v.", "cross.value_norm.", "decoder.position.").stream()
                .anyMatch(place::startsWith);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void embeddingsAsInputGiveTheNumbersOfTheIds(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            Trace byIds = run(golden, run, everything(golden));
            Trace byEmbeddings = everything(golden);
            NDArray ids = run.create(IDS).expandDims(0); // (1, T)
            NDArray embeddings = golden.model().embeddings(ids); // (1, T, E)
            golden.model().run(golden.whole(run, Batch.ofEmbeddings(embeddings)), byEmbeddings);
            assertEverythingIsTheSame(byIds, byEmbeddings);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void gradientsReachEmbeddingsAndHeadFactors(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            NDArray ids = run.create(IDS).expandDims(0); // (1, T)
            NDArray embeddings = golden.model().embeddings(ids); // (1, T, E)
            NDArray factors = run.ones(new Shape(golden.stack().heads())); // (N)
            embeddings.setRequiresGradient(true);
            factors.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(loss(golden, embeddings, factors));
            }
            NDArray slope = embeddings.getGradient();
            assertTrue(factors.getGradient().abs().min().getFloat() > 0);
            embeddings.setRequiresGradient(false);
            factors.setRequiresGradient(false);
            NDArray step = slope.div(slope.norm()).mul(0.002f); // (1, T, E)
            double up = loss(golden, embeddings.add(step), factors).getFloat();
            double down = loss(golden, embeddings.sub(step), factors).getFloat();
            double expected = slope.norm().getFloat();
            assertEquals(expected, (up - down) / 0.004, 0.02 * expected);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void gradientsReachAHiddenStateThatWasPutThere(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            String there = golden.stack().kind().place("hidden", 1);
            NDArray other = run(golden, run, everything(golden)).get(there).flip(1); // (B, T, D)
            other.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                Trace trace = Trace.of(Set.of(golden.lastPlace())).replacing(there, other);
                NDArray last = run(golden, run, trace).get(golden.lastPlace());
                collector.backward(last.mul(last).sum());
            }
            assertTrue(other.getGradient().norm().getFloat() > 0);
        }
    }

    @Test
    void contributionsAreTheHeadsPartsOfTheOutputProjection() throws Exception {
        Map<String, String> matrices =
                Map.of(
                        "roberta-mlm", "roberta.encoder.layer.1.attention.output.dense.weight",
                        "gpt2-prefixed-unusual", "transformer.h.1.attn.c_proj.weight");
        for (String name : matrices.keySet()) {
            try (GoldenModel golden = GoldenModel.open(name);
                    NDManager run = Torch.scope()) {
                Trace trace = run(golden, run, everything(golden));
                NDArray matrix = golden.tensors().get(matrices.get(name));
                NDArray inward = name.startsWith("gpt2") ? matrix : matrix.transpose(); // (D, D)
                assertTrue(
                        trace.get("ctx.1")
                                .matMul(inward)
                                .allClose(
                                        trace.get("contribution.1").sum(new int[] {1}),
                                        1e-4,
                                        1e-5,
                                        false));
            }
        }
    }

    @Test
    void aValueNormIsTheLengthOfTheValueAfterTheOutputProjection() throws Exception {
        Map<String, String> matrices =
                Map.of(
                        "roberta-mlm", "roberta.encoder.layer.1.attention.output.dense.weight",
                        "gpt2-prefixed-unusual", "transformer.h.1.attn.c_proj.weight");
        for (String name : matrices.keySet()) {
            try (GoldenModel golden = GoldenModel.open(name);
                    NDManager run = Torch.scope()) {
                Trace trace = run(golden, run, everything(golden));
                NDArray matrix = golden.tensors().get(matrices.get(name));
                NDArray inward = name.startsWith("gpt2") ? matrix : matrix.transpose(); // (N H, D)
                NDArray values = trace.get("v.1"); // (B, N, T, H)
                int heads = (int) values.getShape().get(1);
                int size = (int) values.getShape().get(3);
                for (int head = 0; head < heads; head++) {
                    NDArray own =
                            inward.get("%d:%d".formatted(head * size, (head + 1) * size)); // (H, D)
                    NDArray projected = values.get(":, " + head).matMul(own); // (B, T, D)
                    NDArray lengths = projected.square().sum(new int[] {-1}).sqrt(); // (B, T)
                    assertTrue(
                            trace.get("value_norm.1")
                                    .get(":, " + head)
                                    .allClose(lengths, 1e-4, 1e-5, false),
                            name + " head " + head);
                }
            }
        }
    }

    @Test
    void aChangeWhereThereIsNoPlaceIsRefused() throws Exception {
        try (GoldenModel golden = GoldenModel.open("distilbert-mlm");
                NDManager run = Torch.scope()) {
            NDArray some = run.create(new float[] {1, 1, 1, 1});
            assertRefused(
                    "there is no hidden.4 to change",
                    golden,
                    run,
                    Trace.nothing().replacing("hidden.4", some));
            assertRefused(
                    "there is no cross.mixed.0 to change",
                    golden,
                    run,
                    Trace.nothing().multiplying(AttentionKind.CROSS, 0, some));
            assertRefused(
                    "contribution.0 cannot be changed",
                    golden,
                    run,
                    Trace.nothing().replacing("contribution.0", some));
            assertRefused(
                    "hidden.2 is (1, 5, 32), not (4)",
                    golden,
                    run,
                    Trace.nothing().replacing("hidden.2", some));
        }
    }

    private static void assertRefused(
            String sentence, GoldenModel golden, NDManager run, Trace trace) {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> run(golden, run, trace), sentence);
        assertEquals(sentence, refusal.getMessage());
    }

    private static NDArray loss(GoldenModel golden, NDArray embeddings, NDArray factors) {
        Trace trace =
                Trace.of(Set.of(golden.lastPlace())).multiplying(golden.stack().kind(), 0, factors);
        Batch batch = golden.whole(embeddings.getManager(), Batch.ofEmbeddings(embeddings));
        golden.model().run(batch, trace);
        NDArray last = trace.get(golden.lastPlace());
        return last.mul(last).sum(); // ()
    }

    private static Trace everything(GoldenModel golden) {
        return Trace.of(new HashSet<>(golden.model().anatomy().places()));
    }

    private static Trace run(GoldenModel golden, NDManager run, Trace trace) {
        golden.model().run(golden.whole(run, Batch.of(run, IDS)), trace);
        return trace;
    }

    private static void assertEverythingIsTheSame(Trace plain, Trace other) {
        assertEquals(plain.places(), other.places());
        plain.places().forEach(p -> assertTrue(same(plain.get(p), other.get(p)), p));
    }

    private static boolean same(NDArray a, NDArray b) {
        return a.allClose(b, 1e-6, 1e-6, false);
    }
}
