package loupe.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Weights;

/**
 * The sizes and switches of a GPT-2, as its {@code config.json} names them.
 *
 * @param vocabulary how many tokens there are (vocab_size)
 * @param context the most tokens a text may have (n_positions)
 * @param width of the hidden states (n_embd)
 * @param layers how many blocks (n_layer)
 * @param heads how many attention heads in each (n_head)
 * @param inner width inside the MLP (n_inner; four times the width where absent)
 * @param activation of the MLP (activation_function)
 * @param epsilon of the layer norms (layer_norm_epsilon)
 * @param scaled whether scores are divided by the root of the head size (scale_attn_weights)
 * @param scaledByLayer and by the number of the layer, from 1 (scale_attn_by_inverse_layer_idx)
 * @param tied whether the output head is the token embedding (tie_word_embeddings)
 */
public record Gpt2Config(
        int vocabulary,
        int context,
        int width,
        int layers,
        int heads,
        int inner,
        Activation activation,
        float epsilon,
        boolean scaled,
        boolean scaledByLayer,
        boolean tied)
        implements Architecture {

    public Gpt2Config {
        if (Math.min(Math.min(vocabulary, context), Math.min(layers, inner)) < 1) {
            throw new IllegalArgumentException("every size must be at least one");
        }
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide " + width);
        }
    }

    /** A model with the settings of the published GPT-2 in another size. */
    public static Gpt2Config sized(int vocabulary, int context, int width, int layers, int heads) {
        return new Gpt2Config(
                vocabulary,
                context,
                width,
                layers,
                heads,
                4 * width,
                Activation.GELU_NEW,
                1e-5f,
                true,
                false,
                true);
    }

    /**
     * Reads the keys of a {@code config.json}; keys that do not matter here are passed over.
     *
     * @param origin the file, for messages
     * @throws ConfigException if a key is missing or its value makes no sense
     */
    public static Gpt2Config read(String origin, Map<String, ?> json) {
        return read(new Settings(origin, json));
    }

    static Gpt2Config read(Settings settings) {
        settings.madeAs("GPT2LMHeadModel", "GPT2Model", "GPT2DoubleHeadsModel");
        int width = settings.count("n_embd");
        return new Gpt2Config(
                settings.count("vocab_size"),
                settings.has("n_positions")
                        ? settings.count("n_positions")
                        : settings.count("n_ctx"),
                width,
                settings.count("n_layer"),
                settings.divisor("n_head", "n_embd"),
                settings.count("n_inner", 4 * width),
                settings.activation("activation_function", Activation.GELU_NEW),
                settings.positive("layer_norm_epsilon", 1e-5),
                settings.flag("scale_attn_weights", true),
                settings.flag("scale_attn_by_inverse_layer_idx", false),
                settings.flag("tie_word_embeddings", true));
    }

    /** What {@link #read} reads, with the model type: a {@code config.json} for these sizes. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model_type", "gpt2");
        json.put("vocab_size", vocabulary);
        json.put("n_positions", context);
        json.put("n_ctx", context);
        json.put("n_embd", width);
        json.put("n_layer", layers);
        json.put("n_head", heads);
        json.put("n_inner", inner);
        json.put("activation_function", activation.published());
        json.put("layer_norm_epsilon", Double.parseDouble(Float.toString(epsilon)));
        json.put("scale_attn_weights", scaled);
        json.put("scale_attn_by_inverse_layer_idx", scaledByLayer);
        json.put("tie_word_embeddings", tied);
        return json;
    }

    @Override
    public Gpt2 build(Weights weights) {
        return new Gpt2(this, weights);
    }

    /** Width of one head. */
    public int headSize() {
        return width / heads;
    }

    /** What the products of queries and keys are multiplied by in that layer, counted from 0. */
    public double scale(int layer) {
        double scale = scaled ? 1 / Math.sqrt(headSize()) : 1;
        return scaledByLayer ? scale / (layer + 1) : scale;
    }

    Stack stack() {
        return new Stack(
                AttentionKind.SELF,
                heads,
                headSize(),
                IntStream.range(0, layers).mapToObj(this::scale).toList());
    }

    Anatomy anatomy() {
        Places places = new Places();
        for (int layer = 0; layer < layers; layer++) {
            places.add(AttentionKind.SELF, "hidden", layer)
                    .attention(AttentionKind.SELF, layer)
                    .add(AttentionKind.SELF, "ffn_act", layer);
        }
        places.add("pre_norm").add(AttentionKind.SELF, "hidden", layers).add("logits");
        Limits limits = new Limits(vocabulary, context, vocabulary);
        return new Anatomy(Anatomy.Kind.DECODER, List.of(stack()), limits, places.names());
    }
}
