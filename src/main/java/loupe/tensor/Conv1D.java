package loupe.tensor;

import ai.djl.ndarray.NDArray;

/** A linear map whose matrix is stored input first, [in, out], as GPT-2's files have it. */
public final class Conv1D {
    private final NDArray weight; // (in, out)
    private final NDArray bias; // (out)

    public Conv1D(Weights weights, int in, int out) {
        this.weight = weights.get("weight", in, out);
        this.bias = weights.get("bias", out);
    }

    /** (..., in) to (..., out). */
    public NDArray apply(NDArray x) {
        return x.matMul(weight).addi(bias); // (..., out)
    }

    /** The matrix cut by its input into equal parts, such as heads: (parts, in / parts, out). */
    public NDArray byInput(int parts) {
        return weight.reshape(parts, -1, weight.getShape().get(1));
    }
}
