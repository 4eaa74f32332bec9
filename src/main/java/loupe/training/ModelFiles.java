package loupe.training;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.SafetensorsWriter;

/**
 * The folder a finished model goes into: weights, configuration, tokenizer, and the card that tells
 * of them.
 *
 * @param texts by file name
 */
record ModelFiles(Map<String, String> texts) {

    static final String CARD = "README.md";

    ModelFiles {
        texts = new LinkedHashMap<>(texts);
    }

    /** The same with one more. */
    ModelFiles with(String name, String text) {
        ModelFiles more = new ModelFiles(texts);
        more.texts.put(name, text);
        return more;
    }

    /** Writes the weights in float16, then the texts in the order they were given. */
    void write(Path folder, Map<String, NDArray> parameters)
            throws IOException, CheckpointException {
        new SafetensorsWriter(Map.of("format", "pt"), SafetensorsWriter.Precision.F16)
                .write(folder.resolve("model.safetensors"), parameters);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            DurableFile.write(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
