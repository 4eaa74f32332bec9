package loupe.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** The {@code config.json} of a GPT-2 as the hub has it. */
final class ConfigFile {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private ConfigFile() {}

    static String of(Shape shape) {
        JsonArray architectures = new JsonArray();
        architectures.add("GPT2LMHeadModel");
        JsonObject root = new JsonObject();
        root.addProperty("activation_function", "gelu_new");
        root.add("architectures", architectures);
        root.addProperty("attn_pdrop", 0.0);
        root.addProperty("bos_token_id", shape.vocabulary() - 1);
        root.addProperty("embd_pdrop", 0.0);
        root.addProperty("eos_token_id", shape.vocabulary() - 1);
        root.addProperty("initializer_range", 0.02);
        root.addProperty("layer_norm_epsilon", 1e-5);
        root.addProperty("model_type", "gpt2");
        root.addProperty("n_ctx", shape.context());
        root.addProperty("n_embd", shape.width());
        root.addProperty("n_head", shape.heads());
        root.add("n_inner", JsonNull.INSTANCE);
        root.addProperty("n_layer", shape.layers());
        root.addProperty("n_positions", shape.context());
        root.addProperty("resid_pdrop", 0.0);
        root.addProperty("tie_word_embeddings", true);
        root.addProperty("torch_dtype", "float16");
        root.addProperty("vocab_size", shape.vocabulary());
        return GSON.toJson(root) + "\n";
    }
}
