package loupe.checkpoint;

/**
 * One tensor of a safetensors header.
 *
 * @param begin first byte, counted from the end of the header
 * @param end the byte after the last one
 */
record Entry(String name, Dtype type, long[] shape, long begin, long end) {

    Entry {
        shape = shape.clone();
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    long bytes() {
        return end - begin;
    }
}
