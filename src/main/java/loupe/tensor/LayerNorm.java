package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Layer normalisation over the last axis, with gain and bias (Ba, Kiros, Hinton 2016). */
public final class LayerNorm {
    private final NDArray gain; // (D)
    private final NDArray bias; // (D)
    private final Shape width;
    private final float epsilon;

    /**
     * Reads {@code weight} and {@code bias}, or {@code gamma} and {@code beta} as older files say.
     */
    public LayerNorm(Weights weights, int width, float epsilon) {
        this.gain = weights.get(weights.has("gamma") ? "gamma" : "weight", width);
        this.bias = weights.get(weights.has("beta") ? "beta" : "bias", width);
        this.width = new Shape(width);
        this.epsilon = epsilon;
    }

    /** (..., D) to (..., D). */
    public NDArray apply(NDArray x) {
        return x.getNDArrayInternal()
                .layerNorm(x, width, gain, bias, epsilon)
                .singletonOrThrow(); // (..., D)
    }
}
