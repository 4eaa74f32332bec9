package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loupe.tensor.Weights;

/**
 * Weights on disk, opened and checked: one file, or several with an index. Tensors are mapped into
 * memory when they are asked for, and stay usable after the file is closed.
 */
public sealed interface WeightFile extends AutoCloseable
        permits Safetensors, PytorchFile, ShardedFile {

    /** The names of all tensors, also of those that hold no weights. */
    Set<String> names();

    /** The names of the tensors that hold floating-point numbers. */
    Set<String> floats();

    /** Where {@link #weights} come from. */
    Weights.Source source(NDManager scope);

    /**
     * Its tensors by name, in that scope. float32 tensors may share the file's memory and must
     * never be changed in place: that would end the process.
     */
    default Weights weights(NDManager scope) {
        return Weights.of(source(scope));
    }

    /** Copies of all its floating-point tensors, in float32, to do with as one likes. */
    default Map<String, NDArray> copies(NDManager scope) {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        try (NDManager passing = scope.newSubManager()) {
            Weights.Source source = source(passing);
            for (String name : new TreeSet<>(floats())) {
                NDArray copy = source.read(name, new Shape()).duplicate();
                copy.attach(scope);
                copies.put(name, copy);
            }
        }
        return copies;
    }

    @Override
    void close() throws CheckpointException;
}
