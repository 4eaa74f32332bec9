package loupe.vocabulary;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * A byte-pair encoding as the two JSON files that the Hugging Face libraries read, in the form of
 * GPT-2's own.
 */
public final class BpeFiles {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private BpeFiles() {}

    /** The text of {@code tokenizer.json}. */
    public static String tokenizer(Bpe bpe) {
        JsonObject root = new JsonObject();
        root.addProperty("version", "1.0");
        root.add("truncation", JsonNull.INSTANCE);
        root.add("padding", JsonNull.INSTANCE);
        JsonArray added = new JsonArray();
        added.add(endOfText(bpe));
        root.add("added_tokens", added);
        root.add("normalizer", JsonNull.INSTANCE);
        root.add("pre_tokenizer", byteLevel(false));
        root.add("post_processor", byteLevel(false));
        root.add("decoder", byteLevel(true));
        root.add("model", model(bpe));
        return text(root);
    }

    /** The text of {@code tokenizer_config.json}. */
    public static String config(int context) {
        JsonObject root = new JsonObject();
        root.addProperty("add_prefix_space", false);
        root.addProperty("bos_token", Bpe.END_OF_TEXT);
        root.addProperty("eos_token", Bpe.END_OF_TEXT);
        root.addProperty("model_max_length", context);
        root.addProperty("tokenizer_class", "GPT2Tokenizer");
        root.addProperty("unk_token", Bpe.END_OF_TEXT);
        return text(root);
    }

    /** As the libraries' own files look. */
    static String text(JsonObject root) {
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject endOfText(Bpe bpe) {
        JsonObject token = new JsonObject();
        token.addProperty("id", bpe.endOfText());
        token.addProperty("content", Bpe.END_OF_TEXT);
        token.addProperty("single_word", false);
        token.addProperty("lstrip", false);
        token.addProperty("rstrip", false);
        token.addProperty("normalized", false);
        token.addProperty("special", true);
        return token;
    }

    private static JsonObject byteLevel(boolean trim) {
        JsonObject part = new JsonObject();
        part.addProperty("type", "ByteLevel");
        part.addProperty("add_prefix_space", false);
        part.addProperty("trim_offsets", trim);
        part.addProperty("use_regex", true);
        return part;
    }

    private static JsonObject model(Bpe bpe) {
        JsonObject model = new JsonObject();
        model.addProperty("type", "BPE");
        model.add("dropout", JsonNull.INSTANCE);
        model.add("unk_token", JsonNull.INSTANCE);
        model.addProperty("continuing_subword_prefix", "");
        model.addProperty("end_of_word_suffix", "");
        model.addProperty("fuse_unk", false);
        model.addProperty("byte_fallback", false);
        JsonObject vocabulary = new JsonObject();
        for (int id = 0; id < bpe.size(); id++) {
            vocabulary.addProperty(bpe.tokens().get(id), id);
        }
        model.add("vocab", vocabulary);
        JsonArray merges = new JsonArray();
        for (Merge merge : bpe.merges()) {
            merges.add(bpe.tokens().get(merge.left()) + " " + bpe.tokens().get(merge.right()));
        }
        model.add("merges", merges);
        return model;
    }
}
