package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Positions as sines and cosines of falling frequency (Vaswani et al. 2017, section 3.5), in
 * Marian's order: all sines first, then all cosines.
 */
public final class Sinusoids {
    private static final double LONGEST = 10_000;

    private Sinusoids() {}

    /** A table for positions from 0, (positions, D); of an odd width the sines have one more. */
    public static NDArray table(NDManager scope, int positions, int width) {
        int sines = (width + 1) / 2;
        float[] table = new float[positions * width];
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < width; i++) {
                int pair = i < sines ? i : i - sines;
                double angle = position / Math.pow(LONGEST, 2.0 * pair / width);
                double value = i < sines ? Math.sin(angle) : Math.cos(angle);
                table[position * width + i] = (float) value;
            }
        }
        return scope.create(table, new Shape(positions, width)); // (positions, D)
    }
}
