package loupe.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/** A folder that holds a model: config.json, model.safetensors and tokenizer.json. */
public final class ModelFolder {
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

    /** Opens the weights; the caller closes them. */
    public Safetensors weights() throws CheckpointException {
        return Safetensors.open(weightsFile());
    }

    public Path weightsFile() throws CheckpointException {
        return present(path, "model.safetensors");
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
