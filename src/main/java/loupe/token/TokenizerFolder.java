package loupe.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model's folder, as far as its tokenizer is concerned. */
final class TokenizerFolder {
    private final Path path;

    TokenizerFolder(Path path) {
        this.path = path;
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    byte[] bytes(String name) throws TokenizerException {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new TokenizerException(file(name) + " cannot be read.", e);
        }
    }

    /** Undecodable bytes become U+FFFD, as they do where Python reads such files. */
    String text(String name) throws TokenizerException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A {@code vocab.json}: every piece with its number. */
    Map<String, Integer> numbers(String name) throws TokenizerException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonElement> piece : object(name).entrySet()) {
                numbers.put(piece.getKey(), piece.getValue().getAsInt());
            }
        } catch (RuntimeException e) { // a value that is no number
            throw new TokenizerException(
                    file(name) + " is not a vocabulary: wanted a number for each piece.", e);
        }
        return numbers;
    }

    /** What {@code tokenizer_config.json} says, or nothing where it is absent. */
    JsonObject settings() throws TokenizerException {
        return has("tokenizer_config.json") ? object("tokenizer_config.json") : new JsonObject();
    }

    /** A setting that is a text, or is an object around one, as added tokens are. */
    static String text(JsonObject settings, String key, String otherwise) {
        JsonElement found = settings.get(key);
        if (found != null && found.isJsonObject()) {
            return text(found.getAsJsonObject(), "content", otherwise);
        }
        return found != null && found.isJsonPrimitive() ? found.getAsString() : otherwise;
    }

    static boolean flag(JsonObject settings, String key, boolean otherwise) {
        JsonElement found = settings.get(key);
        return found != null && found.isJsonPrimitive() ? found.getAsBoolean() : otherwise;
    }

    private JsonObject object(String name) throws TokenizerException {
        String text = text(name);
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new TokenizerException(file(name) + " is not a JSON object.", e);
        }
    }
}
