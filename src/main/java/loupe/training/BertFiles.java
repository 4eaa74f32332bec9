package loupe.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** Configuration and tokenizer of a BERT in the form of {@code bert-base-uncased}'s own files. */
final class BertFiles {

    /** The inner width of a layer by its width. */
    static final int INNER = 2;

    static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private BertFiles() {}

    /** {@code config.json}, as an object that may be added to. */
    static JsonObject config(Shape shape, String architecture) {
        JsonArray architectures = new JsonArray();
        architectures.add(architecture);
        JsonObject root = new JsonObject();
        root.add("architectures", architectures);
        root.addProperty("attention_probs_dropout_prob", 0.0);
        root.addProperty("hidden_act", "gelu");
        root.addProperty("hidden_dropout_prob", 0.0);
        root.addProperty("hidden_size", shape.width());
        root.addProperty("initializer_range", 0.02);
        root.addProperty("intermediate_size", INNER * shape.width());
        root.addProperty("layer_norm_eps", 1e-12);
        root.addProperty("max_position_embeddings", shape.context());
        root.addProperty("model_type", "bert");
        root.addProperty("num_attention_heads", shape.heads());
        root.addProperty("num_hidden_layers", shape.layers());
        root.addProperty("pad_token_id", WordPieces.PAD);
        root.addProperty("position_embedding_type", "absolute");
        root.addProperty("tie_word_embeddings", true);
        root.addProperty("torch_dtype", "float16");
        root.addProperty("type_vocab_size", 2);
        root.addProperty("vocab_size", shape.vocabulary());
        return root;
    }

    /** What goes with the configuration: the tokenizer in its three files. */
    static ModelFiles tokenizer(ModelFiles files, WordPieces pieces, int context) {
        return files.with("tokenizer.json", text(tokenizer(pieces)))
                .with("tokenizer_config.json", text(tokenizerConfig(context)))
                .with("vocab.txt", String.join("\n", pieces.tokens()) + "\n");
    }

    static String text(JsonObject root) {
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject tokenizerConfig(int context) {
        JsonObject root = new JsonObject();
        root.addProperty("cls_token", "[CLS]");
        root.addProperty("do_lower_case", true);
        root.addProperty("mask_token", "[MASK]");
        root.addProperty("model_max_length", context);
        root.addProperty("pad_token", "[PAD]");
        root.addProperty("sep_token", "[SEP]");
        root.addProperty("tokenizer_class", "BertTokenizer");
        root.addProperty("unk_token", "[UNK]");
        return root;
    }

    private static JsonObject tokenizer(WordPieces pieces) {
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
        return root;
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
