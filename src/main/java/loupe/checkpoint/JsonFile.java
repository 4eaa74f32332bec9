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
    private static final int SHOWN = 12;
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");

    private JsonFile() {}

    static Map<String, Object> read(Path file) throws CheckpointException {
        String text = text(file);
        try {
            Map<String, Object> object = STRICT.fromJson(text, new TypeToken<>() {});
            if (object == null) {
                throw new CheckpointException(file + " is empty.");
            }
            return object;
        } catch (JsonParseException e) {
            throw new CheckpointException(
                    file + " is not a valid JSON object" + place(e, text) + ".", e);
        }
    }

    private static String text(Path file) throws CheckpointException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be read as text.", e);
        }
    }

    /** Where the reader stopped and what stands there, for a sentence: empty, or after a comma. */
    static String place(Exception e, String text) {
        Matcher found = PLACE.matcher(String.valueOf(e.getMessage()));
        if (!found.find()) {
            return "";
        }
        int line = Integer.parseInt(found.group(1));
        int column = Integer.parseInt(found.group(2));
        String there = text.lines().skip(line - 1).findFirst().orElse("");
        String rest = there.substring(Math.max(0, Math.min(column - 2, there.length())));
        return column > there.length()
                ? ", it ends at line %d column %d".formatted(line, column)
                : ", at line %d column %d near '%s'".formatted(line, column, shown(rest));
    }

    private static String shown(String rest) {
        return rest.length() > SHOWN ? rest.substring(0, SHOWN) : rest;
    }
}
