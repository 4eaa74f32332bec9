package loupe.model;

import java.util.Map;
import loupe.tensor.Weights;

/**
 * A model's sizes and switches, as its {@code config.json} names them: all that is known of it
 * before its weights are read.
 */
public interface Architecture {

    /**
     * Reads a {@code config.json}; its {@code model_type} decides what it becomes.
     *
     * @param origin the file, for messages
     * @throws ConfigException if the type is not supported, a key is missing or makes no sense
     */
    static Architecture read(String origin, Map<String, ?> json) {
        return ModelType.read(origin, json).architecture(new Settings(origin, json));
    }

    /**
     * The model with these weights.
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    Model build(Weights weights);
}
