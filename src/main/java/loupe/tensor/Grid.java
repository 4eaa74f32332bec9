package loupe.tensor;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A matrix of any rank in plain memory, row by row; safe to hand to any thread. It cannot be
 * changed, and its slices share its numbers.
 */
public final class Grid {
    private final int[] shape;
    private final float[] values;
    private final int offset;

    private Grid(int[] shape, float[] values, int offset) {
        this.shape = shape;
        this.values = values;
        this.offset = offset;
    }

    /** Copies both arrays. */
    public static Grid of(int[] shape, float... values) {
        if (Arrays.stream(shape).anyMatch(side -> side < 0) || size(shape) != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill " + Arrays.toString(shape));
        }
        return new Grid(shape.clone(), values.clone(), 0);
    }

    /** Copies a float32 tensor out of the engine. */
    public static Grid of(NDArray tensor) {
        int[] shape =
                Arrays.stream(tensor.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        return new Grid(shape, tensor.toFloatArray(), 0);
    }

    public int[] shape() {
        return shape.clone();
    }

    /** How many numbers there are. */
    public int size() {
        return Math.toIntExact(size(shape));
    }

    /** One number; as many indices as the shape has sides. */
    public float get(int... index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    Arrays.toString(index) + " does not index " + Arrays.toString(shape));
        }
        int at = 0;
        for (int side = 0; side < shape.length; side++) {
            at = at * shape[side] + checked(index[side], side);
        }
        return values[offset + at];
    }

    /** What stands at that place of the first side, one rank lower. */
    public Grid slice(int leading) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("a single number has no slices");
        }
        int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
        int step = Math.toIntExact(size(rest));
        return new Grid(rest, values, offset + checked(leading, 0) * step);
    }

    /** A copy of the numbers. */
    public float[] values() {
        return Arrays.copyOfRange(values, offset, offset + size());
    }

    /** The numbers as float32, little-endian: four bytes each. */
    public byte[] littleEndian() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, offset, size());
        return bytes.array();
    }

    private int checked(int index, int side) {
        if (index < 0 || index >= shape[side]) {
            throw new IndexOutOfBoundsException(
                    index + " is outside " + Arrays.toString(shape) + " at side " + side);
        }
        return index;
    }

    private static long size(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
    }
}
