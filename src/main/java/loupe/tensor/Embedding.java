package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/** A table of vectors, looked up by number. */
public final class Embedding {
    private final NDArray table; // (count, width)

    public Embedding(NDArray table) {
        this.table = table;
    }

    /** Reads {@code weight}. */
    public Embedding(Weights weights, int count, int width) {
        this(weights.get("weight", count, width));
    }

    /** int64 of any shape, (...), to float32, (..., width). */
    public NDArray apply(NDArray numbers) {
        return numbers.getNDArrayInternal()
                .embedding(numbers, table, SparseFormat.DENSE)
                .singletonOrThrow(); // (..., width)
    }

    /** All of it, (count, width). */
    public NDArray table() {
        return table;
    }
}
