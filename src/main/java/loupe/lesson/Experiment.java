package loupe.lesson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A live panel of a lesson: its id on the page, and its settings in the order the author wrote
 * them. The values are text, numbers, booleans, and lists and maps of these.
 */
public record Experiment(String id, Map<String, Object> settings) {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    public Experiment {
        Objects.requireNonNull(id);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The settings as JSON. */
    public String json() {
        return JSON.toJson(settings);
    }
}
