package loupe.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import loupe.vocabulary.WordPieceFiles;
import loupe.vocabulary.WordPieces;

/**
 * The configuration of a BERT, and its tokenizer beside it, in the form of {@code
 * bert-base-uncased}'s own files.
 */
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
        return files.with("tokenizer.json", WordPieceFiles.tokenizer(pieces))
                .with("tokenizer_config.json", WordPieceFiles.config(context))
                .with("vocab.txt", WordPieceFiles.list(pieces));
    }

    static String text(JsonObject root) {
        return GSON.toJson(root) + "\n";
    }
}
