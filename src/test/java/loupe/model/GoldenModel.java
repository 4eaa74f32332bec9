package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/** The model of a committed fixture, in memory. */
record GoldenModel(
        NDManager scope, Map<String, Object> config, Map<String, NDArray> tensors, Model model)
        implements AutoCloseable {

    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/golden");

    static List<String> all() {
        return Stream.concat(oneStack().stream(), twoStacks().stream()).toList();
    }

    static List<String> twoStacks() {
        return List.of("bart-generation", "marian-all-names", "t5-relu-tied");
    }

    static List<String> oneStack() {
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
        try (WeightFile file = folder.weights()) {
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

    /** The stack that the last hidden state comes from. */
    Stack stack() {
        return model.anatomy().stack(writes() ? AttentionKind.DECODER : AttentionKind.SELF);
    }

    boolean writes() {
        return model.anatomy().kind() == Anatomy.Kind.ENCODER_DECODER;
    }

    /** The same with something to read for the decoder, if there is one. */
    Batch whole(NDManager run, Batch batch) {
        return writes() ? batch.withDecoder(Batch.of(run, 2, 9, 4)) : batch;
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
