package loupe.token;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The tokens that a {@code tokenizer.json} lists as special, by their ids there. */
final class SpecialTokens {
    private SpecialTokens() {}

    static Map<Long, String> names(byte[] json) throws IOException {
        Map<Long, String> names = new HashMap<>();
        try (JsonReader reader =
                new JsonReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(json), StandardCharsets.UTF_8))) {
            reader.beginObject();
            while (reader.hasNext()) {
                boolean list = reader.nextName().equals("added_tokens");
                if (list && reader.peek() == JsonToken.BEGIN_ARRAY) {
                    reader.beginArray();
                    while (reader.hasNext()) {
                        addIfSpecial(reader, names);
                    }
                    reader.endArray();
                } else {
                    reader.skipValue();
                }
            }
        }
        return Map.copyOf(names);
    }

    private static void addIfSpecial(JsonReader reader, Map<Long, String> names)
            throws IOException {
        long id = -1;
        String content = "";
        boolean special = false;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "id" -> id = reader.nextLong();
                case "content" -> content = reader.nextString();
                case "special" -> special = reader.nextBoolean();
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (special) {
            names.put(id, content);
        }
    }
}
