package loupe.evaluation;

/**
 * A linear classifier of two classes, learnt by logistic regression: what a plane can tell apart in
 * a model's vectors.
 */
final class LinearProbe {

    private static final int STEPS = 300;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-3;

    private final double[] weights;
    private double bias;

    private LinearProbe(int width) {
        this.weights = new double[width];
    }

    /**
     * @param vectors (cases, width)
     * @param yes the class of each
     */
    static LinearProbe fit(float[][] vectors, boolean[] yes) {
        LinearProbe probe = new LinearProbe(vectors[0].length);
        for (int step = 0; step < STEPS; step++) {
            probe.step(vectors, yes);
        }
        return probe;
    }

    private void step(float[][] vectors, boolean[] yes) {
        double[] slope = new double[weights.length];
        double slopeOfBias = 0;
        for (int i = 0; i < vectors.length; i++) {
            double error = 1 / (1 + Math.exp(-score(vectors[i]))) - (yes[i] ? 1 : 0);
            for (int k = 0; k < slope.length; k++) {
                slope[k] += error * vectors[i][k] / vectors.length;
            }
            slopeOfBias += error / vectors.length;
        }
        for (int k = 0; k < slope.length; k++) {
            weights[k] -= RATE * (slope[k] + DECAY * weights[k]);
        }
        bias -= RATE * slopeOfBias;
    }

    private double score(float[] vector) {
        double score = bias;
        for (int k = 0; k < weights.length; k++) {
            score += weights[k] * vector[k];
        }
        return score;
    }

    boolean tells(float[] vector) {
        return score(vector) > 0;
    }
}
