package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import loupe.tensor.Weights;
import loupe.tensor.WeightsException;

/** Weights in several files, with an index that says which tensor lies in which. */
public final class ShardedFile implements WeightFile {
    private final Path index;
    private final Map<String, WeightFile> home;

    private ShardedFile(Path index, Map<String, WeightFile> home) {
        this.index = index;
        this.home = home;
    }

    /**
     * Reads the index and the header of every file it names.
     *
     * @throws CheckpointException if one of them is missing or damaged, or lacks a tensor
     */
    static ShardedFile open(Path index) throws CheckpointException {
        Map<String, WeightFile> files = new HashMap<>();
        Map<String, WeightFile> home = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> entry : weightMap(index).entrySet()) {
                String name = entry.getKey();
                String shard = entry.getValue();
                if (!files.containsKey(shard)) {
                    files.put(shard, file(index, shard));
                }
                home.put(name, holder(index, name, shard, files.get(shard)));
            }
            return new ShardedFile(index, home);
        } catch (CheckpointException | RuntimeException e) {
            closeAll(files.values());
            throw e;
        }
    }

    /** The names of the files that the index names. */
    public static Set<String> shards(Path index) throws CheckpointException {
        return new TreeSet<>(weightMap(index).values());
    }

    /** From tensor to file. */
    private static Map<String, String> weightMap(Path index) throws CheckpointException {
        if (!(JsonFile.read(index).get("weight_map") instanceof Map<?, ?> map)) {
            throw new CheckpointException(index + " has no weight_map.");
        }
        Map<String, String> shards = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            shards.put(name, shard(index, name, entry.getValue()));
        }
        return shards;
    }

    private static String shard(Path index, String name, Object value) throws CheckpointException {
        if (value instanceof String shard && shard.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            return shard;
        }
        throw new CheckpointException(
                "%s: %s lies in '%s', which is not the name of a file."
                        .formatted(index, name, value));
    }

    private static WeightFile file(Path index, String shard) throws CheckpointException {
        Path file = index.resolveSibling(shard);
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    index + ": " + shard + " is missing beside it: fetch it again.");
        }
        return shard.endsWith(".bin") ? PytorchFile.open(file) : Safetensors.open(file);
    }

    private static WeightFile holder(Path index, String name, String shard, WeightFile file)
            throws CheckpointException {
        if (!file.names().contains(name)) {
            throw new CheckpointException(index + ": " + name + " is not in " + shard + ".");
        }
        return file;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(home.keySet());
    }

    @Override
    public Set<String> floats() {
        return home.keySet().stream()
                .filter(name -> home.get(name).floats().contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Weights.Source source(NDManager scope) {
        Map<WeightFile, Weights.Source> sources =
                home.values().stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), f -> f.source(scope)));
        return new Source(index.toString(), home, sources);
    }

    @Override
    public void close() throws CheckpointException {
        closeAll(home.values());
    }

    private static void closeAll(Iterable<WeightFile> files) throws CheckpointException {
        for (WeightFile file : files) {
            file.close();
        }
    }

    private record Source(
            String origin, Map<String, WeightFile> home, Map<WeightFile, Weights.Source> sources)
            implements Weights.Source {

        @Override
        public Set<String> names() {
            return home.keySet();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            if (!home.containsKey(name)) {
                throw WeightsException.missing(origin, name, wanted.getShape());
            }
            return sources.get(home.get(name)).read(name, wanted);
        }

        @Override
        public Optional<NDArray> stacked(List<String> names, Shape each) {
            List<WeightFile> homes = names.stream().map(home::get).distinct().toList();
            return homes.size() == 1 && homes.get(0) != null
                    ? sources.get(homes.get(0)).stacked(names, each)
                    : Optional.empty();
        }
    }
}
