package loupe.checkpoint;

import java.util.Arrays;

/**
 * A tensor of a PyTorch file: a view of a storage.
 *
 * @param offset of the first number, counted in numbers
 * @param strides how many numbers lie between neighbours, for each dimension
 */
record PickledTensor(PickledStorage storage, long offset, long[] shape, long[] strides) {

    PickledTensor {
        shape = shape.clone();
        strides = strides.clone();
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public long[] strides() {
        return strides.clone();
    }

    Dtype type() {
        return storage.type();
    }

    long count() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    long bytes() {
        return type().bytes(count());
    }

    /** Whether its numbers lie one after another, in the order that matrices are read in. */
    boolean isContiguous() {
        long wanted = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] != 1 && strides[i] != wanted) {
                return false;
            }
            wanted *= shape[i];
        }
        return true;
    }

    /** That the view makes sense and stays inside its storage. */
    void check(String file, String name) throws CheckpointException {
        String tensor = file + ": " + name;
        if (storage.isQuantized()) {
            throw new CheckpointException(
                    "%s is a quantised tensor (%s), wanted F32, F16 or BF16."
                            .formatted(tensor, storage.shortKind()));
        }
        if (strides.length != shape.length) {
            throw new CheckpointException(
                    "%s has %d sizes and %d strides, wanted as many."
                            .formatted(tensor, shape.length, strides.length));
        }
        for (long size : shape) {
            if (size < 0) {
                throw new CheckpointException(tensor + " has a negative size: " + size + ".");
            }
        }
        try {
            reach(tensor);
        } catch (ArithmeticException e) {
            throw new CheckpointException(tensor + ": its sizes are out of range.", e);
        }
    }

    private void reach(String tensor) throws CheckpointException {
        long last = offset;
        for (int i = 0; i < shape.length; i++) {
            if (strides[i] < 0) {
                throw new CheckpointException(
                        tensor + " has a negative stride: " + strides[i] + ".");
            }
            last = Math.addExact(last, Math.multiplyExact(shape[i] - 1, strides[i]));
        }
        long most = Math.max(bytes(), type().bytes(Math.addExact(last, 1) - offset));
        if (most > Integer.MAX_VALUE) {
            throw new CheckpointException(
                    "%s has %d bytes, more than the 2147483647 this program can hold."
                            .formatted(tensor, most));
        }
        if (offset < 0 || (count() > 0 && last >= storage.count())) {
            throw new CheckpointException(
                    "%s reaches from element %d to element %d of a storage of %d."
                            .formatted(tensor, offset, last, storage.count()));
        }
    }
}
