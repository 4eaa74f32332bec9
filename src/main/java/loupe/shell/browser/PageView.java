package loupe.shell.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Base64;

/**
 * What a panel of the page shows, to be taken along: see {@code kit/view.js}, where it is made.
 *
 * @param experiment the id of the experiment in its lesson
 * @param view the kind of panel, such as {@code head}
 * @param state what decides what is on the screen, as JSON
 * @param link a link within the lesson that shows it again
 * @param alt the picture in words
 * @param svg the picture as an SVG document
 * @param png the picture as a PNG file; not copied
 * @param numbers the numbers behind it, as CSV
 */
public record PageView(
        String experiment,
        String view,
        String state,
        String link,
        String alt,
        String svg,
        byte[] png,
        String numbers) {

    private static final String PNG = "data:image/png;base64,";

    /**
     * @throws IllegalStateException if it is not as {@code kit/view.js} makes it
     */
    static PageView of(JsonObject json) {
        return new PageView(
                text(json, "experiment"),
                text(json, "view"),
                json.get("state").getAsJsonObject().toString(),
                text(json, "link"),
                text(json, "alt"),
                text(json, "svg"),
                png(text(json, "png")),
                text(json, "numbers"));
    }

    /** The bytes of a data URL of a PNG. */
    static byte[] png(String url) {
        if (!url.startsWith(PNG)) {
            throw new IllegalStateException("no PNG");
        }
        return Base64.getDecoder().decode(url.substring(PNG.length()));
    }

    /** What has to be kept to show it again: the page's {@code window.loupe.reopen} takes it. */
    public String saved() {
        JsonObject saved = new JsonObject();
        saved.addProperty("experiment", experiment);
        saved.addProperty("view", view);
        saved.addProperty("link", link);
        saved.add("state", JsonParser.parseString(state));
        return saved.toString();
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
