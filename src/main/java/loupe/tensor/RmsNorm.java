package loupe.tensor;

import ai.djl.ndarray.NDArray;

/**
 * Normalisation by the root of the mean square over the last axis, with a gain; nothing is centred
 * and there is no bias (Zhang, Sennrich 2019). T5 calls it its layer norm.
 */
public final class RmsNorm {
    private final NDArray gain; // (D)
    private final float epsilon;

    public RmsNorm(Weights weights, int width, float epsilon) {
        this.gain = weights.get("weight", width);
        this.epsilon = epsilon;
    }

    /** (..., D) to (..., D). */
    public NDArray apply(NDArray x) {
        NDArray square = x.mul(x).mean(new int[] {-1}, true); // (..., 1)
        return x.div(square.add(epsilon).sqrt()).mul(gain); // (..., D)
    }
}
