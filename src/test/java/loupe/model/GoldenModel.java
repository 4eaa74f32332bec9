package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.Safetensors;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/** The model of a committed fixture, in memory. */
record GoldenModel(
        NDManager scope, Map<String, Object> config, Map<String, NDArray> tensors, Model model)
        implements AutoCloseable {

    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/golden");

    static List<String> all() {
        return List.of(
                "albert-pretraining",
                "bert-relative-key-query",
                "distilbert-mlm",
                "electra-discriminator",
                "gpt2-prefixed-unusual",
                "roberta-mlm");
    }

    static GoldenModel open(String name) throws Exception {
        ModelFolder folder = ModelFolder.open(GOLDEN.resolve(name));
        NDManager scope = Torch.scope();
        try (Safetensors file = folder.weights()) {
            Map<String, NDArray> tensors = file.copies(scope);
            Model model =
                    Architecture.read("config.json", folder.config())
                            .build(Weights.of(name, tensors));
            return new GoldenModel(scope, folder.config(), tensors, model);
        }
    }

    Architecture architecture() {
        return Architecture.read("config.json", config);
    }

    Stack stack() {
        return model.anatomy().stacks().get(0);
    }

    /** The place of the last result: that of its last head. */
    String lastPlace() {
        List<String> places = model.anatomy().places();
        return places.get(places.size() - 1);
    }

    @Override
    public void close() {
        scope.close();
    }
}
