package loupe.generation;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.tensor.Torch;

/** A committed model with its configuration, in memory. */
record Fixture(ModelFolder folder, Model model, NDManager scope) implements AutoCloseable {
    private static final Path RESOURCES =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources");

    /** A folder of the test resources, such as {@code golden/bart-generation}. */
    static Fixture open(String path) throws Exception {
        ModelFolder folder = ModelFolder.open(RESOURCES.resolve(path));
        NDManager scope = Torch.scope();
        try (WeightFile weights = folder.weights()) {
            Model model = Architecture.read(path, folder.config()).build(weights.weights(scope));
            scope.cap();
            return new Fixture(folder, model, scope);
        }
    }

    static Path resource(String path) {
        return RESOURCES.resolve(path);
    }

    @Override
    public void close() {
        scope.close();
    }
}
