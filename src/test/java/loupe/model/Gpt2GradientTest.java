package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.Test;

class Gpt2GradientTest {
    private static final Gpt2Config CONFIG = Gpt2Config.sized(11, 8, 8, 2, 2);

    /** Draws what the model asks for, and remembers it. */
    private record Drawn(NDManager scope, Map<String, NDArray> tensors) implements Weights.Source {

        @Override
        public String origin() {
            return "drawn";
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            NDArray tensor = scope.randomNormal(0, 0.3f, wanted, DataType.FLOAT32);
            tensor.setRequiresGradient(true);
            tensors.put(name, tensor);
            return tensor;
        }
    }

    @Test
    void gradientsReachEveryParameterAndOneStepLowersTheLoss() {
        try (NDManager scope = Torch.scope()) {
            Map<String, NDArray> drawn = new LinkedHashMap<>();
            new Gpt2(CONFIG, Weights.of(new Drawn(scope, drawn)));
            assertEquals(2 * 12 + 4, drawn.size());
            double before = loss(drawn, scope, true);
            drawn.forEach(
                    (name, tensor) -> {
                        assertTrue(tensor.getGradient().abs().sum().getFloat() > 0, name);
                        tensor.subi(tensor.getGradient().mul(0.05f));
                    });
            assertTrue(loss(drawn, scope, false) < before);
        }
    }

    /** A model is built for each step, since what it makes of its weights belongs to the step. */
    private static double loss(Map<String, NDArray> drawn, NDManager scope, boolean backward) {
        try (NDManager run = scope.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray ids = run.create(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(2, 4));
            Gpt2 model = new Gpt2(CONFIG, Weights.of("drawn", drawn));
            NDArray logits = model.forward(Batch.of(ids), Trace.nothing());
            NDArray loss = logits.logSoftmax(-1).get(":, :, 9").mean().neg();
            if (backward) {
                collector.backward(loss);
            }
            return loss.getFloat();
        }
    }
}
