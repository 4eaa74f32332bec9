package loupe.token;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;

/** A {@code tokenizer.json} in the making, from the older files that say the same. */
final class TokenizerForm {
    private final String origin;
    private final Map<String, Integer> ids;
    private final JsonObject root;
    private final JsonArray added = new JsonArray();

    /**
     * @param origin the file with the vocabulary, for messages
     * @param ids the pieces that marks may be
     * @param skeleton normalizer, pre_tokenizer, decoder and model, as JSON
     */
    TokenizerForm(String origin, Map<String, Integer> ids, String skeleton) {
        this.origin = origin;
        this.ids = ids;
        this.root = JsonParser.parseString(skeleton).getAsJsonObject();
        root.addProperty("version", "1.0");
        root.add("added_tokens", added);
    }

    boolean has(String piece) {
        return ids.containsKey(piece);
    }

    /** One of the parts of the skeleton, to be filled in. */
    JsonObject part(String name) {
        return root.getAsJsonObject(name);
    }

    void put(String name, JsonElement part) {
        root.add(name, part);
    }

    /** A mark that is found whole in a text, and never as pieces. */
    void mark(String piece) throws TokenizerException {
        mark(piece, false);
    }

    /**
     * @param takesSpace whether it swallows the spaces before it, as the mask of RoBERTa does
     */
    void mark(String piece, boolean takesSpace) throws TokenizerException {
        JsonObject mark = new JsonObject();
        mark.addProperty("id", id(piece));
        mark.addProperty("content", piece);
        mark.addProperty("single_word", false);
        mark.addProperty("lstrip", takesSpace);
        mark.addProperty("rstrip", false);
        mark.addProperty("normalized", false);
        mark.addProperty("special", true);
        added.add(mark);
    }

    /**
     * What stands around a text, and around two. {@code A} and {@code B} are the texts; a number
     * after a colon is the token type, 0 where there is none.
     */
    void around(List<String> single, List<String> pair) throws TokenizerException {
        JsonObject marks = new JsonObject();
        JsonObject processor = new JsonObject();
        processor.addProperty("type", "TemplateProcessing");
        processor.add("single", template(single, marks));
        processor.add("pair", template(pair, marks));
        processor.add("special_tokens", marks);
        root.add("post_processor", processor);
    }

    private JsonArray template(List<String> parts, JsonObject marks) throws TokenizerException {
        JsonArray template = new JsonArray();
        for (String part : parts) {
            String name = part.replaceAll(":\\d$", "");
            boolean text = name.equals("A") || name.equals("B");
            JsonObject inner = new JsonObject();
            inner.addProperty("id", name);
            inner.addProperty(
                    "type_id", part.equals(name) ? 0 : part.charAt(part.length() - 1) - '0');
            JsonObject outer = new JsonObject();
            outer.add(text ? "Sequence" : "SpecialToken", inner);
            template.add(outer);
            if (!text) {
                marks.add(name, meaning(name));
            }
        }
        return template;
    }

    private JsonObject meaning(String piece) throws TokenizerException {
        JsonArray id = new JsonArray();
        id.add(id(piece));
        JsonArray token = new JsonArray();
        token.add(piece);
        JsonObject meaning = new JsonObject();
        meaning.addProperty("id", piece);
        meaning.add("ids", id);
        meaning.add("tokens", token);
        return meaning;
    }

    private int id(String piece) throws TokenizerException {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new TokenizerException(
                    "%s holds no %s, which its model puts around a text.".formatted(origin, piece));
        }
        return id;
    }

    JsonObject json() {
        return root;
    }
}
