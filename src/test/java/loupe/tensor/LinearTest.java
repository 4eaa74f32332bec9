package loupe.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A large map, whatever way its product is made, is the engine's own linear map. */
class LinearTest {
    private static final float CLOSE = 1e-4f;

    /** 521 is a prime, so it has no slices; 530 has 5 or more, whatever the processor. */
    @ParameterizedTest
    @CsvSource({"1, 1, 512", "1, 8, 512", "3, 7, 530", "1, 8, 521", "2, 200, 512"})
    void largeMapsAreTheEnginesOwn(int batch, int tokens, int out) {
        try (NDManager weights = Torch.scope();
                NDManager run = Torch.scope()) {
            int in = 520;
            NDArray matrix = weights.randomNormal(new Shape(out, in));
            NDArray bias = weights.randomNormal(new Shape(out));
            NDArray inputFirst = weights.zeros(new Shape(in, out));
            inputFirst.addi(matrix.transpose());
            NDArray x = run.randomNormal(new Shape(batch, tokens, in));
            NDArray wanted = linear(x, matrix, bias);
            NDArray bare = linear(x, matrix, null);
            close(wanted, Linear.of(matrix, bias).apply(x));
            close(wanted, Linear.of(inputFirst.transpose(), bias).apply(x));
            close(bare, Linear.ofMatrix(matrix).apply(x));
            close(wanted.get(0), Linear.of(matrix, bias).apply(x.get(0)));
            assertEquals(run.getName(), Linear.of(matrix, bias).apply(x).getManager().getName());
        }
    }

    @ParameterizedTest
    @CsvSource({"8", "300"})
    void gradientsReachTheInputAndTheMatrix(int rows) {
        try (NDManager scope = Torch.scope()) {
            NDArray matrix = scope.randomNormal(new Shape(512, 520));
            NDArray x = scope.randomNormal(new Shape(rows, 520));
            NDArray toInput = matrix.sum(new int[] {0}).broadcast(x.getShape());
            NDArray toMatrix = x.sum(new int[] {0}).broadcast(matrix.getShape());
            matrix.setRequiresGradient(true);
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(Linear.ofMatrix(matrix).apply(x).sum());
            }
            close(toInput, x.getGradient());
            close(toMatrix, matrix.getGradient());
        }
    }

    /** As the panels do it, with a model that was read before. */
    @ParameterizedTest
    @CsvSource({"8", "300"})
    void theInputOfAMapThatWasReadBeforeHasAGradient(int rows) {
        try (NDManager scope = Torch.scope()) {
            NDArray matrix = scope.randomNormal(new Shape(512, 520));
            Linear map = Linear.ofMatrix(matrix);
            NDArray x = scope.randomNormal(new Shape(rows, 520));
            NDArray wanted = matrix.sum(new int[] {0}).broadcast(x.getShape());
            Gradient.Slopes found = Gradient.by(x, given -> map.apply(given).sum());
            assertArrayEquals(
                    wanted.get(0).toFloatArray(), found.slopes().slice(0).values(), CLOSE);
        }
    }

    private static NDArray linear(NDArray x, NDArray matrix, NDArray bias) {
        NDList y = x.getNDArrayInternal().linear(x, matrix, bias);
        return y.singletonOrThrow();
    }

    private static void close(NDArray wanted, NDArray found) {
        assertEquals(wanted.getShape(), found.getShape());
        assertArrayEquals(wanted.toFloatArray(), found.toFloatArray(), CLOSE);
    }
}
