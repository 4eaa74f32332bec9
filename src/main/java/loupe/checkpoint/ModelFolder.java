package loupe.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A folder that holds a model: its configuration, its weights and its tokenizer. */
public final class ModelFolder {
    /** Names of the files that hold weights or say where they lie, the best one first. */
    public static final List<String> BEST_FIRST =
            List.of(
                    "model.safetensors",
                    "model.safetensors.index.json",
                    "pytorch_model.bin",
                    "pytorch_model.bin.index.json");

    private final Path path;
    private final Map<String, Object> config;

    private ModelFolder(Path path, Map<String, Object> config) {
        this.path = path;
        this.config = config;
    }

    /**
     * Reads the configuration, and nothing else yet.
     *
     * @throws CheckpointException if the folder or its config.json is missing or damaged
     */
    public static ModelFolder open(Path path) throws CheckpointException {
        if (!Files.isDirectory(path)) {
            throw new CheckpointException("There is no folder " + path + ".");
        }
        return new ModelFolder(path, JsonFile.read(present(path, "config.json")));
    }

    /** Whether configuration and weights are all there, however many files the weights are in. */
    public static boolean isWhole(Path folder) throws CheckpointException {
        Optional<String> weights =
                BEST_FIRST.stream()
                        .filter(name -> Files.isRegularFile(folder.resolve(name)))
                        .findFirst();
        if (weights.isEmpty() || !Files.isRegularFile(folder.resolve("config.json"))) {
            return false;
        }
        return !weights.get().endsWith(".index.json")
                || ShardedFile.shards(folder.resolve(weights.get())).stream()
                        .allMatch(shard -> Files.isRegularFile(folder.resolve(shard)));
    }

    public Path path() {
        return path;
    }

    /** Where the configuration lies, for messages about it. */
    public Path configFile() {
        return path.resolve("config.json");
    }

    /** The configuration as it stands there; whole numbers are {@code Long}. */
    public Map<String, Object> config() {
        return Collections.unmodifiableMap(config);
    }

    /** The configuration with what generation_config.json says, if it is there, put over it. */
    public Map<String, Object> generation() throws CheckpointException {
        Map<String, Object> all = new LinkedHashMap<>(config);
        Path file = path.resolve("generation_config.json");
        if (Files.isRegularFile(file)) {
            all.putAll(JsonFile.read(file));
        }
        all.values().removeIf(Objects::isNull);
        return all;
    }

    /** Opens the best weights there are; the caller closes them. */
    public WeightFile weights() throws CheckpointException {
        Path file = weightsFile();
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".index.json")) {
            return ShardedFile.open(file);
        }
        return name.endsWith(".bin") ? PytorchFile.open(file) : Safetensors.open(file);
    }

    /** The file that {@link #weights} opens first: the weights, or the index of several files. */
    public Path weightsFile() throws CheckpointException {
        for (String name : BEST_FIRST) {
            if (Files.isRegularFile(path.resolve(name))) {
                return path.resolve(name);
            }
        }
        return present(path, BEST_FIRST.get(0));
    }

    public Path tokenizerFile() throws CheckpointException {
        return present(path, "tokenizer.json");
    }

    private static Path present(Path folder, String name) throws CheckpointException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(name + " is missing in " + folder + ".");
        }
        return file;
    }
}
