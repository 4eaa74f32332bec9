package loupe.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import loupe.model.Architecture;
import loupe.vocabulary.PairVocabulary;

/** The {@code config.json} of a translator as the hub has it for Marian. */
final class TranslatorFiles {

    private static final Gson GSON =
            new GsonBuilder()
                    .setPrettyPrinting()
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .create();

    private TranslatorFiles() {}

    static String config(Shape shape, PairVocabulary vocabulary) {
        JsonObject root =
                JsonParser.parseString(
                                """
                                {"activation_dropout": 0.0, "activation_function": "swish",
                                 "architectures": ["MarianMTModel"], "attention_dropout": 0.0,
                                 "dropout": 0.0, "early_stopping": false,
                                 "init_std": 0.02, "is_encoder_decoder": true,
                                 "model_type": "marian", "num_beams": 4, "scale_embedding": true,
                                 "share_encoder_decoder_embeddings": true,
                                 "static_position_embeddings": true,
                                 "tie_word_embeddings": true, "torch_dtype": "float16"}
                                """)
                        .getAsJsonObject();
        JsonArray padding = new JsonArray();
        padding.add(vocabulary.padding());
        JsonArray banned = new JsonArray();
        banned.add(padding);
        root.add("bad_words_ids", banned);
        root.addProperty("d_model", shape.width());
        for (String stack : new String[] {"encoder", "decoder"}) {
            root.addProperty(stack + "_attention_heads", shape.heads());
            root.addProperty(stack + "_ffn_dim", inner(shape));
            root.addProperty(stack + "_layers", shape.layers());
        }
        root.addProperty("num_hidden_layers", shape.layers());
        root.addProperty("decoder_start_token_id", vocabulary.padding());
        root.addProperty("decoder_vocab_size", vocabulary.size());
        root.addProperty("eos_token_id", vocabulary.end());
        root.addProperty("forced_eos_token_id", vocabulary.end());
        root.addProperty("max_length", shape.context());
        root.addProperty("max_position_embeddings", shape.context());
        root.addProperty("pad_token_id", vocabulary.padding());
        root.addProperty("vocab_size", vocabulary.size());
        return GSON.toJson(root) + "\n";
    }

    /** Twice the width, where others have four times: enough for a few hundred words. */
    static int inner(Shape shape) {
        return 2 * shape.width();
    }

    /** The model that such a file describes. */
    static Architecture architecture(Shape shape, PairVocabulary vocabulary) {
        Map<String, ?> json =
                GSON.fromJson(config(shape, vocabulary), new TypeToken<Map<String, Object>>() {});
        return Architecture.read("config.json", json);
    }
}
