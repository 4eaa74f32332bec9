package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import java.util.List;

/** A linear map whose matrix is stored output first, [out, in], with or without a bias. */
public final class Linear {
    private final NDArray weight; // (out, in)
    private final NDArray bias; // (out), or null

    private Linear(NDArray weight, NDArray bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** Reads {@code weight} and {@code bias}. */
    public Linear(Weights weights, int in, int out) {
        this(weights.get("weight", out, in), weights.get("bias", out));
    }

    /** A matrix alone, (out, in). */
    public static Linear ofMatrix(NDArray weight) {
        return new Linear(weight, null);
    }

    /** A matrix, (out, in), and a bias, (out), that stand in different places. */
    public static Linear of(NDArray weight, NDArray bias) {
        return new Linear(weight, bias);
    }

    /**
     * Maps that read the same, made one so that they cost one product: their results lie side by
     * side. Each has {@code weight}, and {@code bias} if the first one has.
     */
    public static Linear fused(int in, int out, Weights... parts) {
        NDArray weight = joined(Arrays.stream(parts).map(p -> p.get("weight", out, in)).toList());
        if (!parts[0].has("bias")) {
            return ofMatrix(weight);
        }
        return new Linear(
                weight, joined(Arrays.stream(parts).map(p -> p.get("bias", out)).toList()));
    }

    /** (..., in) to (..., out). */
    public NDArray apply(NDArray x) {
        return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow(); // (..., out)
    }

    /** The matrix cut by its input into equal parts, such as heads: (parts, in / parts, out). */
    public NDArray byInput(int parts) {
        return weight.transpose().reshape(parts, -1, weight.getShape().get(0));
    }

    /** One part stays itself: the engine's joining of one would be a copy without a gradient. */
    private static NDArray joined(List<NDArray> parts) {
        return parts.size() == 1 ? parts.get(0) : NDArrays.concat(new NDList(parts), 0);
    }
}
