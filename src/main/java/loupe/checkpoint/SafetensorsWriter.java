package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes tensors into a safetensors file, in float32 or float16. */
public final class SafetensorsWriter {

    /** How a number is stored. */
    public enum Precision {
        F32(DataType.FLOAT32),
        F16(DataType.FLOAT16);

        private final DataType type;

        Precision(DataType type) {
            this.type = type;
        }
    }

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Map<String, String> metadata;
    private final Precision precision;

    /**
     * @param metadata texts to put beside the tensors
     */
    public SafetensorsWriter(Map<String, String> metadata, Precision precision) {
        this.metadata = Map.copyOf(metadata);
        this.precision = precision;
    }

    /**
     * Writes the tensors in the map's order. The file appears whole or not at all: it is written
     * beside its place, forced to disk, and moved.
     */
    public void write(Path path, Map<String, NDArray> tensors) throws CheckpointException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                writeFully(channel, header(tensors));
                for (NDArray tensor : tensors.values()) {
                    try (NDArray stored = tensor.toType(precision.type, true)) {
                        writeFully(channel, stored.toByteBuffer());
                    }
                }
                channel.force(true);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CheckpointException(path + " cannot be written.", e);
        }
    }

    private ByteBuffer header(Map<String, NDArray> tensors) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            json.put("__metadata__", metadata);
        }
        long at = 0;
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
            long size = tensor.getValue().getShape().size() * precision.type.getNumOfBytes();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", precision.name());
            entry.put("shape", tensor.getValue().getShape().getShape());
            entry.put("data_offsets", new long[] {at, at + size});
            json.put(tensor.getKey(), entry);
            at += size;
        }
        byte[] text = GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8; // so that the data are aligned
        ByteBuffer header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(text);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
