package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Set;
import loupe.tensor.Weights;
import loupe.tensor.WeightsException;

/** The tensors of one file as a source of weights: float32 without a copy, the rest converted. */
final class MappedTensors implements Weights.Source {
    private static final Map<Dtype, DataType> FLOATS =
            Map.of(
                    Dtype.F64, DataType.FLOAT64,
                    Dtype.F32, DataType.FLOAT32,
                    Dtype.F16, DataType.FLOAT16);

    private final String file;
    private final FileChannel channel;
    private final Header header;
    private final NDManager scope;

    MappedTensors(String file, FileChannel channel, Header header, NDManager scope) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.scope = scope;
    }

    static boolean isFloat(Dtype type) {
        return type == Dtype.BF16 || FLOATS.containsKey(type);
    }

    @Override
    public String origin() {
        return file;
    }

    @Override
    public Set<String> names() {
        return header.entries().keySet();
    }

    @Override
    public NDArray read(String name, Shape wanted) {
        Entry entry = header.entries().get(name);
        if (entry == null) {
            throw WeightsException.missing(file, name, wanted.getShape());
        }
        if (!isFloat(entry.type())) {
            throw new WeightsException(
                    "%s: %s holds %s, wanted F32, F16 or BF16."
                            .formatted(file, name, entry.type()));
        }
        return read(entry);
    }

    /** The tensor in float32. */
    NDArray read(Entry entry) {
        Shape shape = new Shape(entry.shape());
        if (entry.bytes() == 0) {
            return scope.create(shape, DataType.FLOAT32);
        }
        if (entry.type() == Dtype.BF16) {
            return scope.create(widened(bytes(entry)), shape);
        }
        NDArray stored = scope.create(bytes(entry), shape, FLOATS.get(entry.type()));
        if (entry.type() == Dtype.F32) {
            return stored;
        }
        NDArray converted = stored.toType(DataType.FLOAT32, true);
        stored.close();
        return converted;
    }

    private ByteBuffer bytes(Entry entry) {
        if (entry.bytes() > Integer.MAX_VALUE) {
            throw new WeightsException(
                    "%s: %s has %d bytes, more than the 2147483647 this program can hold."
                            .formatted(file, entry.name(), entry.bytes()));
        }
        try {
            long from = header.dataStart() + entry.begin();
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, from, entry.bytes());
            boolean aligned = from % Math.max(1, entry.bytes() / Math.max(1, count(entry))) == 0;
            ByteBuffer bytes = aligned ? mapped : copy(mapped);
            return bytes.order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw new WeightsException(file + ": " + entry.name() + " cannot be read.", e);
        }
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

    private static long count(Entry entry) {
        return new Shape(entry.shape()).size();
    }

    /** The engine may count on numbers lying at multiples of their size; a file need not. */
    private static ByteBuffer copy(ByteBuffer mapped) {
        return ByteBuffer.allocateDirect(mapped.remaining()).put(mapped).flip();
    }
}
