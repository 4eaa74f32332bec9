package loupe.vocabulary;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * A WordPiece vocabulary as the three files that the Hugging Face libraries read, in the form of
 * {@code bert-base-uncased}'s own.
 */
public final class WordPieceFiles {

    private WordPieceFiles() {}

    /** The text of {@code tokenizer.json}. */
    public static String tokenizer(WordPieces pieces) {
        JsonObject root = new JsonObject();
        root.addProperty("version", "1.0");
        root.add("truncation", JsonNull.INSTANCE);
        root.add("padding", JsonNull.INSTANCE);
        JsonArray added = new JsonArray();
        WordPieces.SPECIAL.forEach(token -> added.add(special(token, pieces.id(token))));
        root.add("added_tokens", added);
        root.add("normalizer", normalizer());
        root.add("pre_tokenizer", typed("BertPreTokenizer"));
        root.add("post_processor", template(pieces));
        JsonObject decoder = typed("WordPiece");
        decoder.addProperty("prefix", WordPieces.INSIDE);
        decoder.addProperty("cleanup", true);
        root.add("decoder", decoder);
        root.add("model", model(pieces));
        return BpeFiles.text(root);
    }

    /** The text of {@code tokenizer_config.json}. */
    public static String config(int context) {
        JsonObject root = new JsonObject();
        root.addProperty("cls_token", "[CLS]");
        root.addProperty("do_lower_case", true);
        root.addProperty("mask_token", "[MASK]");
        root.addProperty("model_max_length", context);
        root.addProperty("pad_token", "[PAD]");
        root.addProperty("sep_token", "[SEP]");
        root.addProperty("tokenizer_class", "BertTokenizer");
        root.addProperty("unk_token", "[UNK]");
        return BpeFiles.text(root);
    }

    /** The text of {@code vocab.txt}: a token a line. */
    public static String list(WordPieces pieces) {
        return String.join("\n", pieces.tokens()) + "\n";
    }

    private static JsonObject typed(String type) {
        JsonObject part = new JsonObject();
        part.addProperty("type", type);
        return part;
    }

    private static JsonObject special(String content, int id) {
        JsonObject token = new JsonObject();
        token.addProperty("id", id);
        token.addProperty("content", content);
        for (String no : List.of("single_word", "lstrip", "rstrip", "normalized")) {
            token.addProperty(no, false);
        }
        token.addProperty("special", true);
        return token;
    }

    private static JsonObject normalizer() {
        JsonObject part = typed("BertNormalizer");
        part.addProperty("clean_text", true);
        part.addProperty("handle_chinese_chars", true);
        part.add("strip_accents", JsonNull.INSTANCE);
        part.addProperty("lowercase", true);
        return part;
    }

    private static JsonObject template(WordPieces pieces) {
        JsonObject part = typed("TemplateProcessing");
        JsonArray one = new JsonArray();
        one.add(place("SpecialToken", "[CLS]", 0));
        one.add(place("Sequence", "A", 0));
        one.add(place("SpecialToken", "[SEP]", 0));
        JsonArray two = one.deepCopy();
        two.add(place("Sequence", "B", 1));
        two.add(place("SpecialToken", "[SEP]", 1));
        part.add("single", one);
        part.add("pair", two);
        JsonObject specials = new JsonObject();
        for (String token : List.of("[CLS]", "[SEP]")) {
            JsonArray ids = new JsonArray();
            ids.add(pieces.id(token));
            JsonArray tokens = new JsonArray();
            tokens.add(token);
            JsonObject special = new JsonObject();
            special.addProperty("id", token);
            special.add("ids", ids);
            special.add("tokens", tokens);
            specials.add(token, special);
        }
        part.add("special_tokens", specials);
        return part;
    }

    private static JsonObject place(String kind, String id, int type) {
        JsonObject inner = new JsonObject();
        inner.addProperty("id", id);
        inner.addProperty("type_id", type);
        JsonObject place = new JsonObject();
        place.add(kind, inner);
        return place;
    }

    private static JsonObject model(WordPieces pieces) {
        JsonObject model = typed("WordPiece");
        model.addProperty("unk_token", "[UNK]");
        model.addProperty("continuing_subword_prefix", WordPieces.INSIDE);
        model.addProperty("max_input_chars_per_word", WordPieces.LONGEST_WORD);
        JsonObject vocabulary = new JsonObject();
        for (int id = 0; id < pieces.size(); id++) {
            vocabulary.addProperty(pieces.tokens().get(id), id);
        }
        model.add("vocab", vocabulary);
        return model;
    }
}
