package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.Safetensors;
import loupe.checkpoint.SafetensorsWriter;

/**
 * A run as it stood after a step: all that a later process needs to go on as if nothing had
 * happened. A safetensors file in float32, with all but the tensors in its metadata.
 *
 * @param run the fingerprint of plan and texts
 * @param tokens seen
 * @param seconds spent training
 * @param loss mean of late, in nats
 * @param tensors parameters and moments, by name
 */
record Checkpoint(
        String run,
        long step,
        long tokens,
        double seconds,
        double loss,
        Map<String, NDArray> tensors) {

    void write(Path file) throws CheckpointException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("run", run);
        metadata.put("step", Long.toString(step));
        metadata.put("tokens", Long.toString(tokens));
        metadata.put("seconds", Double.toString(seconds));
        metadata.put("loss", Double.toString(loss));
        new SafetensorsWriter(metadata, SafetensorsWriter.Precision.F32).write(file, tensors);
    }

    /**
     * @param scope where the tensors belong
     * @throws CheckpointException when the file is damaged or cannot be read
     */
    static Checkpoint read(Path file, NDManager scope) throws CheckpointException {
        try (Safetensors opened = Safetensors.open(file)) {
            Map<String, String> metadata = opened.metadata();
            return new Checkpoint(
                    metadata.getOrDefault("run", ""),
                    Long.parseLong(metadata.get("step")),
                    Long.parseLong(metadata.get("tokens")),
                    Double.parseDouble(metadata.get("seconds")),
                    Double.parseDouble(metadata.get("loss")),
                    opened.copies(scope));
        } catch (NumberFormatException | NullPointerException foreign) {
            throw new CheckpointException(file + " is no checkpoint of a training run.", foreign);
        }
    }
}
