package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;

/** The expected numbers are worked out here, in double precision, from algorithm 2 of the paper. */
class AdamWTest {

    private static final double RATE = 0.01;
    private static final double[] START = {0.5, -0.25, 1.0, 0.0};
    private static final double[][] SMALL = {
        {0.1, -0.2, 0.0, 0.05}, {-0.3, 0.1, 0.2, 0.05}, {0.2, 0.2, -0.1, 1e-6}
    };
    private static final double[][] LARGE = {
        {3, -4, 0, 12}, {30, -40, 0, 120}, {0.1, 0.1, 0.1, 0.1}
    };

    @Test
    void aMatrixMovesAsThePaperSaysAndDecays() {
        assertArrayEquals(paper(SMALL, true), moved("h.0.mlp.c_fc.weight", SMALL, 2, 2), 1e-6f);
    }

    @Test
    void aBiasMovesAsThePaperSaysAndDoesNotDecay() {
        assertArrayEquals(paper(SMALL, false), moved("h.0.mlp.c_fc.bias", SMALL, 4), 1e-6f);
    }

    @Test
    void anEmbeddingDoesNotDecay() {
        assertArrayEquals(paper(SMALL, false), moved("wte.weight", SMALL, 2, 2), 1e-6f);
    }

    @Test
    void gradientsLongerThanOneAreScaledToOneFirst() {
        double[][] clipped = new double[LARGE.length][];
        for (int step = 0; step < LARGE.length; step++) {
            double squares = 0;
            for (double g : LARGE[step]) {
                squares += g * g;
            }
            double scale = Math.min(1, 1 / Math.sqrt(squares));
            clipped[step] = Arrays.stream(LARGE[step]).map(g -> g * scale).toArray();
        }
        assertArrayEquals(paper(clipped, false), moved("ln_f.weight", LARGE, 4), 1e-6f);
    }

    private static float[] paper(double[][] gradients, boolean decays) {
        float[] moved = new float[START.length];
        for (int i = 0; i < START.length; i++) {
            double theta = START[i];
            double m = 0;
            double v = 0;
            for (int t = 1; t <= gradients.length; t++) {
                double g = gradients[t - 1][i];
                m = 0.9 * m + 0.1 * g;
                v = 0.99 * v + 0.01 * g * g;
                double mHat = m / (1 - Math.pow(0.9, t));
                double vHat = v / (1 - Math.pow(0.99, t));
                theta -= RATE * (mHat / (Math.sqrt(vHat) + 1e-8) + (decays ? 0.1 * theta : 0));
            }
            moved[i] = (float) theta;
        }
        return moved;
    }

    private static float[] moved(String name, double[][] gradients, long... shape) {
        try (NDManager manager = Torch.scope()) {
            Map<String, NDArray> parameters = new LinkedHashMap<>();
            parameters.put(name, manager.create(floats(START), new Shape(shape)));
            AdamW optimiser = new AdamW(parameters);
            for (int step = 1; step <= gradients.length; step++) {
                try (NDManager scope = manager.newSubManager()) {
                    NDArray gradient = scope.create(floats(gradients[step - 1]), new Shape(shape));
                    Map<String, NDArray> named = new LinkedHashMap<>();
                    named.put(name, gradient);
                    optimiser.step(step, RATE, 0.1, named);
                }
            }
            return parameters.get(name).toFloatArray();
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
