package loupe.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON file whose top is an object, such as {@code config.json}. */
final class JsonFile {
    private static final Gson STRICT =
            new GsonBuilder()
                    .setStrictness(Strictness.STRICT)
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .create();
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");

    private JsonFile() {}

    static Map<String, Object> read(Path file) throws CheckpointException {
        try {
            Map<String, Object> object =
                    STRICT.fromJson(Files.readString(file), new TypeToken<>() {});
            if (object == null) {
                throw new CheckpointException(file + " is empty.");
            }
            return object;
        } catch (JsonParseException e) {
            throw new CheckpointException(file + " is not a valid JSON object" + place(e) + ".", e);
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be read as text.", e);
        }
    }

    /** Where the reader stopped, for a sentence: empty, or in words after a comma. */
    static String place(Exception e) {
        Matcher found = PLACE.matcher(String.valueOf(e.getMessage()));
        return found.find()
                ? ", it fails at line %s column %s".formatted(found.group(1), found.group(2))
                : "";
    }
}
