package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A number that a tensor is multiplied by, in a way that can be learnt through.
 *
 * <p>{@code x.mul(2f)} keeps the 2 in a Java buffer that the collector may free once {@code mul}
 * has returned. PyTorch reads it again in the backward pass and then finds whatever lies there. A
 * tensor made by the engine itself stays for as long as the engine needs it.
 */
public final class Factor {

    private Factor() {}

    /** Element by element; any shape, which stays. */
    public static NDArray times(NDArray x, float factor) {
        try (NDArray number = x.getManager().full(new Shape(), factor)) { // ()
            return x.mul(number);
        }
    }

    /** The same in place; returns the tensor it was given. */
    public static NDArray into(NDArray x, float factor) {
        try (NDArray number = x.getManager().full(new Shape(), factor)) { // ()
            return x.muli(number);
        }
    }
}
