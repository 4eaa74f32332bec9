package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/** Rows of token ids on their way into the engine. */
final class Rows {

    private Rows() {}

    /** (B, T) in that scope, int64. */
    static NDArray tensor(NDManager scope, long[][] rows) {
        long[] flat = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
        return scope.create(flat).reshape(rows.length, rows[0].length);
    }
}
