package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Map;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropoutTest {

    private static final Shape SHAPE = new Shape(300, 2, 2, 8, 16);

    private final NDManager scope = Torch.scope();
    private final Map<String, NDArray> parameters = GptTask.start(SHAPE, 1, scope);

    @AfterEach
    void close() {
        scope.close();
    }

    /** Of 16 tokens, (1, T, V). */
    private float[] logits(Dropout dropout) {
        try (NDManager run = scope.newSubManager()) {
            NDArray ids = run.arange(16).toType(ai.djl.ndarray.types.DataType.INT64, false);
            Gpt2 model = new Gpt2(GptTask.config(SHAPE), Weights.of("test", parameters));
            return model.forward(Batch.of(ids.expandDims(0)), dropout.trace()).toFloatArray();
        }
    }

    @Test
    void theSeedAloneDecidesWhatIsDropped() {
        float[] first = logits(new Dropout(0.5f, 3));
        logits(new Dropout(0.5f, 4));
        assertArrayEquals(first, logits(new Dropout(0.5f, 3)));
        assertFalse(Arrays.equals(first, logits(new Dropout(0.5f, 4))));
    }

    @Test
    void atARateOf0TheModelRunsAsItIs() {
        assertArrayEquals(logits(new Dropout(0, 3)), logits(new Dropout(0, 4)));
    }

    @Test
    void thatManyNumbersAreDroppedAndTheOthersGrowSoThatTheirMeanStays() {
        double dropped = 0;
        double mean = 0;
        for (float value : ones(new Dropout(0.25f, 1), "ffn_act.0")) {
            dropped += value == 0 ? 1 / 10_000d : 0;
            mean += value / 10_000d;
        }
        assertEquals(0.25, dropped, 0.02);
        assertEquals(1, mean, 0.03);
    }

    @Test
    void attentionAndWhatLeavesAreLeftAlone() {
        for (String place : new String[] {"attn.0", "hidden.1", "logits"}) {
            for (float value : ones(new Dropout(0.25f, 1), place)) {
                assertEquals(1, value, place);
            }
        }
    }

    /** 10,000 ones, as they come from there. */
    private float[] ones(Dropout dropout, String place) {
        return dropout.of(place, scope.ones(new ai.djl.ndarray.types.Shape(10_000))).toFloatArray();
    }
}
