package loupe.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers into the engine and out of it, row by row. */
final class Rows {

    private Rows() {}

    /** Rows of one length, (B, T). */
    static NDArray of(NDManager scope, long[]... rows) {
        long[] all = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
        return scope.create(all, new Shape(rows.length, all.length / rows.length)); // (B, T)
    }

    /** The rows of (B, V). */
    static float[][] of(NDArray matrix) {
        int rows = Math.toIntExact(matrix.getShape().get(0));
        int width = Math.toIntExact(matrix.getShape().get(1));
        float[] all = matrix.toFloatArray();
        return IntStream.range(0, rows)
                .mapToObj(row -> Arrays.copyOfRange(all, row * width, (row + 1) * width))
                .toArray(float[][]::new);
    }
}
