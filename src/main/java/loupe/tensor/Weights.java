package loupe.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tensors of a model by their published names, each handed out in float32 and only in the shape
 * that was asked for. Looking does not read: a tensor nobody gets costs nothing.
 */
public final class Weights {

    /** Where tensors come from: a file, a map in memory, or an initialiser that makes them. */
    public interface Source {

        /** What a message calls this place; for a file, its name. */
        String origin();

        /** The names that are there. An initialiser knows none and makes what it is asked for. */
        Set<String> names();

        /**
         * The tensor in float32, with the shape it has.
         *
         * @param wanted the shape the caller will insist on
         * @throws WeightsException if it is missing or holds no floating-point numbers
         */
        NDArray read(String name, Shape wanted);

        /**
         * Tensors of that shape, the next under the one before, where this place can bring them so
         * without holding them twice; nothing where it cannot, or where one does not fit.
         */
        default Optional<NDArray> stacked(List<String> names, Shape each) {
            return Optional.empty();
        }
    }

    private final Source source;
    private final String prefix;

    private Weights(Source source, String prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    public static Weights of(Source source) {
        return new Weights(source, "");
    }

    /**
     * Tensors that are already in memory, handed out as they are: training changes them in place.
     */
    public static Weights of(String origin, Map<String, NDArray> tensors) {
        return of(new InMemory(origin, tensors));
    }

    /** Another tensor, or the same, for a tensor that somebody gets. */
    public interface Change {

        /**
         * @param name the whole one, as the file has it
         * @return of the same shape
         */
        NDArray of(String name, NDArray tensor);
    }

    /** The same weights, changed on their way out; nothing is made before somebody gets it. */
    public Weights changed(Change change) {
        return new Weights(new Changed(source, change), prefix);
    }

    /** The weights whose names start so; names are given from here on without it. */
    public Weights under(String part) {
        return new Weights(source, prefix + part);
    }

    /** The weights below that prefix if any name has it, else these: files exist in both forms. */
    public Weights underIfPresent(String part) {
        String whole = prefix + part;
        boolean present = source.names().stream().anyMatch(name -> name.startsWith(whole));
        return present ? under(part) : this;
    }

    public boolean has(String name) {
        return source.names().contains(prefix + name);
    }

    /**
     * The tensor of that name.
     *
     * @throws WeightsException if it is missing or its shape is another one
     */
    public NDArray get(String name, long... shape) {
        Shape wanted = new Shape(shape);
        NDArray tensor = source.read(prefix + name, wanted);
        if (!tensor.getShape().equals(wanted)) {
            long[] found = tensor.getShape().getShape();
            throw new WeightsException(
                    "%s: %s is %s, wanted %s."
                            .formatted(
                                    source.origin(),
                                    prefix + name,
                                    Arrays.toString(found),
                                    Arrays.toString(shape)));
        }
        return tensor;
    }

    /** The tensor of that name where there is one, in the shape asked for. */
    public Optional<NDArray> find(String name, long... shape) {
        return has(name) ? Optional.of(get(name, shape)) : Optional.empty();
    }

    /**
     * The tensors that several have by that name, the next under the one before.
     *
     * @param shape of each
     * @throws WeightsException if one is missing or its shape is another one
     */
    public static NDArray stacked(String name, List<Weights> parts, long... shape) {
        Source source = parts.get(0).source;
        Optional<NDArray> together = Optional.empty();
        if (parts.stream().allMatch(part -> part.source == source)) {
            List<String> names = parts.stream().map(part -> part.prefix + name).toList();
            together = source.stacked(names, new Shape(shape));
        }
        return together.orElseGet(
                () -> joined(parts.stream().map(p -> p.get(name, shape)).toList()));
    }

    /** One part stays itself: the engine's joining of one would be a copy without a gradient. */
    private static NDArray joined(List<NDArray> parts) {
        return parts.size() == 1 ? parts.get(0) : NDArrays.concat(new NDList(parts), 0);
    }

    private record InMemory(String origin, Map<String, NDArray> tensors) implements Source {

        @Override
        public Set<String> names() {
            return tensors.keySet();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            if (!tensors.containsKey(name)) {
                throw WeightsException.missing(origin, name, wanted.getShape());
            }
            return tensors.get(name);
        }
    }

    private record Changed(Source source, Change change) implements Source {

        @Override
        public String origin() {
            return source.origin();
        }

        @Override
        public Set<String> names() {
            return source.names();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            return change.of(name, source.read(name, wanted));
        }
    }
}
