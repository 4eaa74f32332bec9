package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;

/**
 * The input of a run: B rows of T token ids, and what else a model may be told about them. All
 * tensors are int64, (B, T), and belong to the scope of the run.
 */
public final class Batch {
    private final NDArray ids;
    private final NDArray mask;
    private final NDArray positions;
    private final NDArray types;

    private Batch(NDArray ids, NDArray mask, NDArray positions, NDArray types) {
        this.ids = ids;
        this.mask = mask;
        this.positions = positions;
        this.types = types;
    }

    /** Token ids alone, (B, T): no padding, positions counted from 0. */
    public static Batch of(NDArray ids) {
        if (ids.getShape().dimension() != 2) {
            throw new IllegalArgumentException("ids must be (B, T), not " + ids.getShape());
        }
        return new Batch(ids, null, null, null);
    }

    /** One row of token ids. */
    public static Batch of(NDManager run, long... ids) {
        return of(run.create(ids).expandDims(0)); // (1, T)
    }

    /** 1 for a token to be seen, 0 for padding; a row that may see nothing has no meaning. */
    public Batch withMask(NDArray mask) {
        return new Batch(ids, fitting(mask), positions, types);
    }

    public Batch withPositions(NDArray positions) {
        return new Batch(ids, mask, fitting(positions), types);
    }

    public Batch withTypes(NDArray types) {
        return new Batch(ids, mask, positions, fitting(types));
    }

    NDArray ids() {
        return ids;
    }

    Optional<NDArray> mask() {
        return Optional.ofNullable(mask);
    }

    Optional<NDArray> positions() {
        return Optional.ofNullable(positions);
    }

    Optional<NDArray> types() {
        return Optional.ofNullable(types);
    }

    private NDArray fitting(NDArray beside) {
        if (!beside.getShape().equals(ids.getShape())) {
            throw new IllegalArgumentException(
                    beside.getShape() + " does not fit ids of " + ids.getShape());
        }
        return beside;
    }
}
