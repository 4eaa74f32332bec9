package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Set;
import loupe.tensor.Weights;
import loupe.tensor.WeightsException;

/**
 * The tensors of a PyTorch file. One whose numbers lie one after another shares the file's memory;
 * of any other view the numbers are gathered.
 */
record PickledTensors(
        String file, FileChannel channel, ByteOrder order, Map<String, Placed> placed) {

    /**
     * @param from where in the file its storage begins
     */
    record Placed(String name, PickledTensor tensor, long from) {}

    Weights.Source source(NDManager scope) {
        return new Source(this, scope);
    }

    private record Source(PickledTensors tensors, NDManager scope) implements Weights.Source {

        @Override
        public String origin() {
            return tensors.file;
        }

        @Override
        public Set<String> names() {
            return tensors.placed.keySet();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            Placed placed = tensors.placed.get(name);
            if (placed == null) {
                throw WeightsException.missing(tensors.file, name, wanted.getShape());
            }
            Dtype type = placed.tensor.type();
            if (!Float32.isFloat(type)) {
                throw new WeightsException(
                        "%s: %s holds %s, wanted F32, F16 or BF16."
                                .formatted(tensors.file, name, type));
            }
            Shape shape = new Shape(placed.tensor.shape());
            return Float32.of(scope, type, shape, tensors.bytes(placed));
        }
    }

    /** The numbers in order, little-endian and aligned. */
    private ByteBuffer bytes(Placed placed) {
        PickledTensor tensor = placed.tensor;
        if (tensor.count() == 0) {
            return ByteBuffer.allocate(0);
        }
        int width = (int) tensor.type().bytes(1);
        long from = placed.from + tensor.offset() * width;
        try {
            if (!tensor.isContiguous() || order != ByteOrder.nativeOrder()) {
                return gathered(tensor, from, width);
            }
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, from, tensor.bytes());
            ByteBuffer aligned =
                    from % width == 0
                            ? mapped
                            : ByteBuffer.allocateDirect(mapped.remaining()).put(mapped).flip();
            return aligned.order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw new WeightsException(file + ": " + placed.name + " cannot be read.", e);
        }
    }

    private ByteBuffer gathered(PickledTensor tensor, long from, int width) throws IOException {
        long[] shape = tensor.shape();
        long[] strides = tensor.strides();
        long reach = 1;
        for (int i = 0; i < shape.length; i++) {
            reach += (shape[i] - 1) * strides[i];
        }
        ByteBuffer storage = channel.map(FileChannel.MapMode.READ_ONLY, from, reach * width);
        ByteBuffer out = ByteBuffer.allocateDirect((int) tensor.bytes());
        long[] at = new long[shape.length];
        while (out.hasRemaining()) {
            int first = 0;
            for (int i = 0; i < shape.length; i++) {
                first += (int) (at[i] * strides[i]) * width;
            }
            put(storage, first, width, out);
            for (int i = shape.length - 1; i >= 0 && ++at[i] == shape[i]; i--) {
                at[i] = 0;
            }
        }
        return out.flip().order(ByteOrder.nativeOrder());
    }

    private void put(ByteBuffer storage, int first, int width, ByteBuffer out) {
        for (int i = 0; i < width; i++) {
            out.put(
                    storage.get(
                            order == ByteOrder.nativeOrder() ? first + i : first + width - 1 - i));
        }
    }
}
