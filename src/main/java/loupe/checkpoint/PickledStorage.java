package loupe.checkpoint;

/**
 * A run of numbers that tensors of a PyTorch file are views of.
 *
 * @param kind PyTorch's name of the type, as in {@code FloatStorage}
 * @param key by which the file finds it
 */
record PickledStorage(String kind, Dtype type, String key, long count) {

    boolean isQuantized() {
        return kind.startsWith("Q");
    }

    /** The kind without the word that all have. */
    String shortKind() {
        return kind.replace("Storage", "");
    }
}
