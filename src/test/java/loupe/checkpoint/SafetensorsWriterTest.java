package loupe.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.SafetensorsWriter.Precision;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadAgainToTheLastBit() throws Exception {
        Path file = folder.resolve("model.safetensors");
        Map<String, String> metadata = Map.of("format", "pt", "note", "Größe <b> \"q\"");
        float[] values = {1.1f, -0f, Float.MIN_VALUE, 3e38f, Float.NaN, 7};
        try (NDManager scope = Torch.scope()) {
            new SafetensorsWriter(metadata, Precision.F32).write(file, tensors(scope, values));
            try (Safetensors open = Safetensors.open(file)) {
                Map<String, NDArray> copies = open.copies(scope);
                assertEquals(metadata, open.metadata());
                assertArrayEquals(values, copies.get("z").toFloatArray());
                assertEquals(new Shape(2, 3), copies.get("z").getShape());
                assertEquals(new Shape(), copies.get("a").getShape());
                assertArrayEquals(new float[] {2}, copies.get("a").toFloatArray());
                assertEquals(new Shape(0, 4), copies.get("empty").getShape());
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void halfPrecisionRoundsToTheNearest() throws Exception {
        Path file = folder.resolve("half.safetensors");
        try (NDManager scope = Torch.scope()) {
            float[] values = {0.1f, 65504, 1, -2, 5.9604645e-08f, 0};
            new SafetensorsWriter(Map.of(), Precision.F16).write(file, tensors(scope, values));
            try (Safetensors open = Safetensors.open(file)) {
                float[] wanted = {0.099975586f, 65504, 1, -2, 5.9604645e-08f, 0};
                assertArrayEquals(wanted, open.weights(scope).get("z", 2, 3).toFloatArray());
            }
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("nowhere/model.safetensors");
        try (NDManager scope = Torch.scope()) {
            CheckpointException failure =
                    assertThrows(
                            CheckpointException.class,
                            () ->
                                    new SafetensorsWriter(Map.of(), Precision.F32)
                                            .write(file, tensors(scope, new float[6])));
            assertEquals(file + " cannot be written.", failure.getMessage());
        }
    }

    private static Map<String, NDArray> tensors(NDManager scope, float[] values) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("z", scope.create(values, new Shape(2, 3)));
        tensors.put("a", scope.create(2f));
        tensors.put("empty", scope.create(new Shape(0, 4)));
        return tensors;
    }
}
