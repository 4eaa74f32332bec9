package loupe.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A linear map, with or without a bias; files mostly store its matrix output first, [out, in]. */
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

    /** Reads a matrix that is stored input first, [in, out], as GPT-2's files have it. */
    public static Linear inputFirst(Weights weights, int in, int out) {
        return new Linear(weights.get("weight", in, out).transpose(), weights.get("bias", out));
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
        List<Weights> all = List.of(parts);
        NDArray weight = Weights.stacked("weight", all, out, in);
        return parts[0].has("bias")
                ? new Linear(weight, Weights.stacked("bias", all, out))
                : ofMatrix(weight);
    }

    /** (..., in) to (..., out). */
    public NDArray apply(NDArray x) {
        return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow(); // (..., out)
    }

    /** The matrix cut by its input into equal parts, such as heads: (parts, in / parts, out). */
    public NDArray byInput(int parts) {
        return weight.transpose().reshape(parts, -1, weight.getShape().get(0));
    }
}
