package loupe.token;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The tokens that a {@code tokenizer.json} lists as special. */
final class SpecialTokens {
    private SpecialTokens() {}

    static Set<Long> ids(byte[] json) throws IOException {
        Set<Long> ids = new HashSet<>();
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
                        addIfSpecial(reader, ids);
                    }
                    reader.endArray();
                } else {
                    reader.skipValue();
                }
            }
        }
        return Set.copyOf(ids);
    }

    private static void addIfSpecial(JsonReader reader, Set<Long> ids) throws IOException {
        long id = -1;
        boolean special = false;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "id" -> id = reader.nextLong();
                case "special" -> special = reader.nextBoolean();
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (special) {
            ids.add(id);
        }
    }
}
