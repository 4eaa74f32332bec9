package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Map;

/** From the number types that files hold to float32: float32 without a copy, the rest converted. */
final class Float32 {
    private static final Map<Dtype, DataType> FLOATS =
            Map.of(
                    Dtype.F64, DataType.FLOAT64,
                    Dtype.F32, DataType.FLOAT32,
                    Dtype.F16, DataType.FLOAT16);

    private Float32() {}

    static boolean isFloat(Dtype type) {
        return type == Dtype.BF16 || FLOATS.containsKey(type);
    }

    /**
     * @param bytes the numbers one after another, in the order of this machine and aligned
     */
    static NDArray of(NDManager scope, Dtype type, Shape shape, ByteBuffer bytes) {
        if (bytes.remaining() == 0) {
            return scope.create(shape, DataType.FLOAT32);
        }
        if (type == Dtype.BF16) {
            return scope.create(widened(bytes), shape);
        }
        NDArray stored = scope.create(bytes, shape, FLOATS.get(type));
        if (type == Dtype.F32) {
            return stored;
        }
        NDArray converted = stored.toType(DataType.FLOAT32, true);
        stored.close();
        return converted;
    }

    /** bfloat16 is the upper half of float32; the engine's Java border ends the process over it. */
    private static FloatBuffer widened(ByteBuffer bytes) {
        ShortBuffer halves = bytes.asShortBuffer();
        float[] wide = new float[halves.remaining()];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Float.intBitsToFloat(halves.get(i) << 16);
        }
        return FloatBuffer.wrap(wide);
    }
}
