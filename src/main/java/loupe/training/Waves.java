package loupe.training;

import ai.djl.ndarray.types.Shape;

/**
 * Positions as sines and cosines, a pair for each of many frequencies in a geometric row (Vaswani
 * et al. 2017, section 3.5).
 *
 * @param height of each wave
 * @param fastest the highest frequency, in radians a position; below π, so that no two positions
 *     are alike
 * @param range how many times the highest is the lowest
 */
record Waves(double height, double fastest, double range) {

    /** Those of the paper, lower. */
    static final Waves PUBLISHED = new Waves(0.05, 1, 10_000);

    /**
     * For contexts of a hundred tokens: the paper's slow waves are flat there, and what tells a
     * position from the one beside it are the fast ones. Of these there are more, and faster ones.
     */
    static final Waves SHORT = new Waves(0.1, 2.5, 300);

    /** (context, width): sine and cosine side by side. */
    float[] values(Shape shape) {
        int positions = Math.toIntExact(shape.get(0));
        int width = Math.toIntExact(shape.get(1));
        float[] values = new float[positions * width];
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < width; i++) {
                double angle = position * fastest / Math.pow(range, (i - i % 2) / (double) width);
                values[position * width + i] =
                        (float) (height * (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle)));
            }
        }
        return values;
    }
}
