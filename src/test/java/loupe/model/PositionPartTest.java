package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What distances have in the scores: with the products, it makes the attention. */
class PositionPartTest {

    @ParameterizedTest
    @CsvSource({
        "bert-relative-key-query, SELF",
        "t5-relu-tied, ENCODER",
        "t5-relu-tied, DECODER",
    })
    void productsAndPositionTogetherAreTheScores(String name, AttentionKind kind) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name);
                NDManager run = Torch.scope()) {
            String position = kind.place("position", 1);
            assertTrue(golden.model().anatomy().places().contains(position));
            Trace trace =
                    Trace.of(
                            Set.of(
                                    kind.place("q", 1),
                                    kind.place("k", 1),
                                    kind.place("attn", 1),
                                    position));
            golden.model().run(golden.whole(run, Batch.of(run, 3, 9, 4, 7)), trace);
            float scale = golden.model().anatomy().stack(kind).scales().get(1).floatValue();
            NDArray products =
                    Heads.PRODUCTS.scaled(
                            trace.get(kind.place("q", 1)), trace.get(kind.place("k", 1)), scale);
            NDArray scores = products.add(trace.get(position)); // (B, N, T, S)
            compare(kind, scores, trace.get(kind.place("attn", 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-prefixed-unusual", "roberta-mlm", "bart-generation"})
    void whereDistancesHaveNoPartThereIsNoSuchPlace(String name) throws Exception {
        try (GoldenModel golden = GoldenModel.open(name)) {
            assertFalse(
                    golden.model().anatomy().places().stream()
                            .anyMatch(p -> p.contains("position.")));
        }
    }

    /** Row by row; a decoder does not see what comes later. */
    private static void compare(AttentionKind kind, NDArray scores, NDArray attention) {
        Grid found = Grid.of(scores).slice(0).slice(0); // (T, S)
        Grid wanted = Grid.of(attention).slice(0).slice(0);
        for (int row = 0; row < wanted.shape()[0]; row++) {
            int seen = kind == AttentionKind.DECODER ? row + 1 : wanted.shape()[1];
            double sum = 0;
            for (int key = 0; key < seen; key++) {
                sum += Math.exp(found.get(row, key));
            }
            for (int key = 0; key < seen; key++) {
                assertEquals(Math.exp(found.get(row, key)) / sum, wanted.get(row, key), 1e-5);
            }
        }
    }
}
