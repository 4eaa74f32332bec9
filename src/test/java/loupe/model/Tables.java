package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of the fixtures' primitives, whole numbers among them, which no weights file has. */
final class Tables {
    private static final Path FILE =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/golden/primitives/primitives.safetensors");

    private final ByteBuffer data;
    private final JsonObject header;

    Tables() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(FILE)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[(int) file.getLong()];
        file.get(text);
        this.header =
                JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
        this.data = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    Set<String> names(String start) {
        return header.keySet().stream()
                .filter(name -> name.startsWith(start))
                .collect(Collectors.toSet());
    }

    long[] longs(String name) {
        long[] values = new long[bytes(name).remaining() / Long.BYTES];
        bytes(name).asLongBuffer().get(values);
        return values;
    }

    NDArray integers(NDManager scope, String name) {
        return scope.create(longs(name), shape(name));
    }

    NDArray floats(NDManager scope, String name) {
        float[] values = new float[bytes(name).remaining() / Float.BYTES];
        bytes(name).asFloatBuffer().get(values);
        return scope.create(values, shape(name));
    }

    private ByteBuffer bytes(String name) {
        JsonArray ends = header.getAsJsonObject(name).getAsJsonArray("data_offsets");
        int start = ends.get(0).getAsInt();
        return data.slice(start, ends.get(1).getAsInt() - start).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Shape shape(String name) {
        return new Shape(
                header.getAsJsonObject(name).getAsJsonArray("shape").asList().stream()
                        .mapToLong(side -> side.getAsLong())
                        .toArray());
    }
}
