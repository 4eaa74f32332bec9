package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import loupe.tensor.Weights;

/**
 * Weights that are made when a model asks for them, as GPT-2 starts (Radford et al. 2019, section
 * 2.3): normal numbers with a deviation of 0.02, less by the root of the number of residual
 * additions where a layer adds to the stream, no biases, norms that change nothing. A name and a
 * seed always give the same.
 */
final class Initialiser implements Weights.Source {

    private static final double DEVIATION = 0.02;

    private final NDManager manager;
    private final int layers;
    private final long seed;
    private final Map<String, NDArray> made = new LinkedHashMap<>();

    Initialiser(NDManager manager, int layers, long seed) {
        this.manager = manager;
        this.layers = layers;
        this.seed = seed;
    }

    /** What the model asked for so far, by published name, in the order of asking. */
    Map<String, NDArray> made() {
        return made;
    }

    @Override
    public String origin() {
        return "initial weights";
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public NDArray read(String name, Shape wanted) {
        return made.computeIfAbsent(name, key -> make(key, wanted));
    }

    private NDArray make(String name, Shape shape) {
        if (name.endsWith(".bias")) {
            return manager.zeros(shape);
        }
        if (shape.dimension() == 1) {
            return manager.ones(shape);
        }
        double deviation =
                name.endsWith("c_proj.weight") ? DEVIATION / Math.sqrt(2.0 * layers) : DEVIATION;
        Random random = new Random(seed * 31 + name.hashCode());
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return manager.create(values, shape);
    }
}
