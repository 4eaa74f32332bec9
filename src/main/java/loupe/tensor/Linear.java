package loupe.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A linear map, with or without a bias; files mostly store its matrix output first, [out, in].
 *
 * <p>The engine divides one product of few rows badly among the processor's cores. A large matrix
 * is seen as slices, each with a part of the outputs and a product of its own: GPT-2's 48 products
 * take 19 ms so at 8 tokens on two cores, and 30 ms whole.
 */
public final class Linear {

    /** From here on one product is as fast. */
    private static final long MANY_ROWS = 256;

    /** Below this the product costs less than putting slices together. */
    private static final long LARGE = 1 << 18;

    private static final int FEWEST_SLICES = 4;
    private static final int MOST_SLICES = 64;

    private final NDArray weight; // (out, in)
    private final NDArray bias; // (out), or null
    private final Optional<NDArray> slices; // (slices, in, out / slices), another look at weight

    private Linear(NDArray weight, NDArray bias) {
        this.weight = weight;
        this.bias = bias;
        slices = slices(weight);
    }

    private static Optional<NDArray> slices(NDArray weight) {
        if (weight.size() < LARGE || weight.getDevice().isGpu()) {
            return Optional.empty();
        }
        long out = weight.getShape().get(0);
        long in = weight.getShape().get(1);
        int fewest = Math.max(FEWEST_SLICES, Runtime.getRuntime().availableProcessors());
        return IntStream.rangeClosed(fewest, MOST_SLICES)
                .filter(count -> out % count == 0)
                .mapToObj(count -> weight.reshape(count, out / count, in).transpose(0, 2, 1))
                .findFirst();
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
        long rows = x.size() / weight.getShape().get(1);
        if (slices.isEmpty() || rows >= MANY_ROWS) {
            return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow(); // (..., out)
        }
        long[] shape = x.getShape().getShape().clone();
        NDArray parts = x.reshape(1, rows, -1).matMul(slices.get()); // (slices, rows, out / slices)
        shape[shape.length - 1] = weight.getShape().get(0);
        NDArray y = parts.transpose(1, 0, 2).reshape(shape); // (..., out)
        return bias == null ? y : y.addi(bias);
    }

    /** The matrix cut by its input into equal parts, such as heads: (parts, in / parts, out). */
    public NDArray byInput(int parts) {
        return weight.transpose().reshape(parts, -1, weight.getShape().get(0));
    }
}
