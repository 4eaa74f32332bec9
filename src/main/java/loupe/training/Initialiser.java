package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import loupe.tensor.Weights;

/**
 * Weights that are made when a model asks for them, as GPT-2 starts (Radford et al. 2019, section
 * 2.3): normal numbers, smaller by the root of the number of residual additions where a layer adds
 * to the stream, no biases, norms that change nothing. A name and a seed always give the same.
 *
 * <p>Two things differ, since GPT-2's numbers are for a width of 768 and small models learn to look
 * back late or never from them. Linear maps spread wider by the root of 768 / width, so that
 * queries and keys come out as large as GPT-2's. Positions start as sines and cosines (Vaswani et
 * al. 2017, section 3.5), which the trained GPT-2's resemble: one linear map then leads from each
 * position to the one before.
 */
final class Initialiser implements Weights.Source {

    private static final double DEVIATION = 0.02;
    private static final double WIDTH_OF_GPT2 = 768;
    private static final double WAVE = 0.1;
    private static final double LONGEST_WAVE = 10_000;

    private final NDManager manager;
    private final int layers;
    private final int width;
    private final long seed;
    private final Map<String, NDArray> made = new LinkedHashMap<>();

    Initialiser(NDManager manager, loupe.training.Shape shape, long seed) {
        this.manager = manager;
        this.layers = shape.layers();
        this.width = shape.width();
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
        return manager.create(
                name.equals("wpe.weight") ? waves(shape) : normal(name, shape), shape);
    }

    private float[] normal(String name, Shape shape) {
        double deviation = DEVIATION;
        if (!name.equals("wte.weight")) {
            deviation *= Math.sqrt(WIDTH_OF_GPT2 / width);
        }
        if (name.endsWith("c_proj.weight")) {
            deviation /= Math.sqrt(2.0 * layers);
        }
        SplittableRandom random =
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** (context, width): a sine and a cosine side by side for each wave length. */
    private static float[] waves(Shape shape) {
        int positions = Math.toIntExact(shape.get(0));
        int width = Math.toIntExact(shape.get(1));
        float[] values = new float[positions * width];
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < width; i++) {
                double angle = position / Math.pow(LONGEST_WAVE, (i - i % 2) / (double) width);
                values[position * width + i] =
                        (float) (WAVE * (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle)));
            }
        }
        return values;
    }
}
