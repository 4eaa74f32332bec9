package loupe.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.hub.Hub;
import loupe.hub.LocalModel;

/**
 * How many layers and heads a model has, read from its {@code config.json} and nothing else: of two
 * stacks the larger.
 */
public record ModelShape(int layers, int heads) {
    private static final List<String> LAYERS =
            List.of(
                    "n_layer",
                    "n_layers",
                    "num_layers",
                    "num_hidden_layers",
                    "num_decoder_layers",
                    "encoder_layers",
                    "decoder_layers");
    private static final List<String> HEADS =
            List.of(
                    "n_head",
                    "n_heads",
                    "num_heads",
                    "num_attention_heads",
                    "encoder_attention_heads",
                    "decoder_attention_heads");

    /**
     * The shapes of the models on this computer, by id; one whose configuration cannot be read is
     * left out.
     *
     * @param home where the program is installed
     */
    public static Map<String, ModelShape> ofThisComputer(Path home) {
        Map<String, ModelShape> shapes = new TreeMap<>();
        try {
            for (LocalModel each : new Hub(home).models()) {
                read(each.path()).ifPresent(shape -> shapes.put(each.id(), shape));
            }
        } catch (CheckpointException noCache) {
            return shapes;
        }
        return shapes;
    }

    private static Optional<ModelShape> read(Path folder) {
        try {
            Map<String, Object> config = ModelFolder.open(folder).config();
            int layers = most(config, LAYERS);
            int heads = most(config, HEADS);
            return layers > 0 && heads > 0
                    ? Optional.of(new ModelShape(layers, heads))
                    : Optional.empty();
        } catch (CheckpointException unreadable) {
            return Optional.empty();
        }
    }

    private static int most(Map<String, Object> config, List<String> names) {
        return names.stream()
                .map(config::get)
                .filter(Long.class::isInstance)
                .mapToInt(each -> ((Long) each).intValue())
                .max()
                .orElse(0);
    }
}
