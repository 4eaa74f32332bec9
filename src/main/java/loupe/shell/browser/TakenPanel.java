package loupe.shell.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What came of an experiment that was run to be taken: see {@code taken} in {@code experiments.js}.
 */
public sealed interface TakenPanel {

    /**
     * Its picture.
     *
     * @param light a data URL of a WebP picture, for a light page
     * @param dark the same for a dark one
     * @param width in CSS pixels; the picture has twice as many
     * @param alt the picture in words
     */
    record Picture(String light, String dark, int width, int height, String alt)
            implements TakenPanel {}

    /**
     * None.
     *
     * @param sentence why, as the panel says it
     * @param lacks the model that is not on this computer, empty where it is not that
     */
    record Refused(String sentence, String lacks) implements TakenPanel {}

    /**
     * @throws IllegalStateException if it is not as {@code experiments.js} makes it
     */
    static TakenPanel of(String json) {
        if (!json.startsWith("{")) {
            throw new IllegalStateException("nothing was taken: " + json);
        }
        JsonObject taken = JsonParser.parseString(json).getAsJsonObject();
        return taken.has("says")
                ? new Refused(taken.get("says").getAsString(), taken.get("lacks").getAsString())
                : new Picture(
                        taken.get("light").getAsString(),
                        taken.get("dark").getAsString(),
                        (int) Math.round(taken.get("width").getAsDouble()),
                        (int) Math.round(taken.get("height").getAsDouble()),
                        taken.get("alt").getAsString());
    }
}
