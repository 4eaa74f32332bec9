package loupe.panel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;

/** JSON as the page speaks it. */
final class Json {
    static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).disableHtmlEscaping().create();

    private Json() {}

    /** An object of texts: names and values by turns. */
    static String of(String... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.addProperty(pairs[i], pairs[i + 1]);
        }
        return GSON.toJson(object);
    }

    /**
     * @throws IllegalArgumentException if it is no JSON object; the page is ours, so we erred
     */
    static JsonObject object(String text) {
        try {
            JsonElement element = GSON.fromJson(text, JsonElement.class);
            if (element != null && element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("the request is not JSON", e);
        }
        throw new IllegalArgumentException("the request is not a JSON object");
    }

    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
            return value.getAsString();
        }
        throw new IllegalArgumentException("the request has no text '" + name + "'");
    }

    /** The same where it may be missing. */
    static String text(JsonObject object, String name, String otherwise) {
        return object.has(name) ? text(object, name) : otherwise;
    }

    /** A whole number that may be missing. */
    static long count(JsonObject object, String name, long otherwise) {
        JsonElement value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return value.getAsBigDecimal().longValueExact();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + name + "' is no whole number", e);
        }
    }
}
