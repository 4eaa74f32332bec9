package loupe.model;

import java.util.List;
import loupe.tensor.Activation;
import loupe.tensor.Weights;

/**
 * The sizes and switches of a T5, as its {@code config.json} names them.
 *
 * @param vocabulary how many tokens there are (vocab_size)
 * @param width of the hidden states (d_model)
 * @param headSize width of a query, key or value (d_kv)
 * @param encoder its sizes (num_layers, num_heads, d_ff)
 * @param decoder its sizes (num_decoder_layers, num_heads, d_ff)
 * @param alone whether the file holds the encoder and no decoder (architectures)
 * @param distances how many biases there are for them, and from where on they share one
 *     (relative_attention_num_buckets, relative_attention_max_distance)
 * @param thought how the MLPs do it (feed_forward_proj)
 * @param epsilon of the norms (layer_norm_epsilon)
 * @param tied whether the output head is the token embedding (tie_word_embeddings)
 */
public record T5Config(
        int vocabulary,
        int width,
        int headSize,
        Depth encoder,
        Depth decoder,
        boolean alone,
        Distances distances,
        Thought thought,
        float epsilon,
        boolean tied)
        implements Architecture {

    /** How many biases distances have, and from which distance on they share one. */
    public record Distances(int count, int farthest) {

        public Distances {
            if (count < 4 || farthest <= count / 2) {
                throw new IllegalArgumentException(
                        count + " biases do not reach a distance of " + farthest);
            }
        }

        Buckets buckets(boolean bothWays) {
            return new Buckets(count, farthest, bothWays);
        }
    }

    /** The activation of the MLPs, and whether it opens and shuts a second product. */
    public record Thought(Activation activation, boolean gated) {

        /** T5 calls the tanh form of GELU by the name of the other. */
        static Thought read(Settings settings) {
            String key = "feed_forward_proj";
            String found = settings.text(key, "relu");
            boolean gated = found.startsWith("gated-");
            String name = gated ? found.substring("gated-".length()) : found;
            return new Thought(
                    Activation.named(gated && name.equals("gelu") ? "gelu_new" : name)
                            .orElseThrow(
                                    () -> settings.wrong(key, "an activation function we know")),
                    gated);
        }
    }

    public T5Config {
        if (Math.min(Math.min(vocabulary, width), headSize) < 1) {
            throw new IllegalArgumentException("every size must be at least one");
        }
    }

    static T5Config read(Settings settings) {
        String made =
                settings.madeAs(
                        "T5ForConditionalGeneration",
                        "T5WithLMHeadModel",
                        "T5EncoderModel",
                        "T5Model");
        int layers = settings.count("num_layers");
        int heads = settings.count("num_heads");
        int inner = settings.count("d_ff");
        return new T5Config(
                settings.count("vocab_size"),
                settings.count("d_model"),
                settings.count("d_kv"),
                new Depth(layers, heads, inner),
                new Depth(settings.count("num_decoder_layers", layers), heads, inner),
                made.equals("T5EncoderModel"),
                distances(settings),
                Thought.read(settings),
                settings.positive("layer_norm_epsilon", 1e-6),
                settings.flag("tie_word_embeddings", true));
    }

    private static Distances distances(Settings settings) {
        int count = settings.count("relative_attention_num_buckets", 32);
        int farthest = settings.count("relative_attention_max_distance", 128);
        if (count < 4) {
            throw settings.wrong("relative_attention_num_buckets", "4 at least");
        }
        if (farthest <= count / 2) {
            throw settings.wrong("relative_attention_max_distance", "more than " + count / 2);
        }
        return new Distances(count, farthest);
    }

    @Override
    public Model build(Weights weights) {
        return alone ? new T5Encoder(this, weights) : new T5(this, weights);
    }

    /** No score is scaled: the weights were drawn for that. */
    Stack stack(AttentionKind kind) {
        return depth(kind).stack(kind, headSize, 1);
    }

    Depth depth(AttentionKind kind) {
        return kind == AttentionKind.ENCODER ? encoder : decoder;
    }

    Anatomy anatomy() {
        Limits limits = new Limits(vocabulary, Integer.MAX_VALUE, 0);
        Places places = new Places();
        places(places, AttentionKind.ENCODER);
        if (alone) {
            return new Anatomy(
                    Anatomy.Kind.ENCODER,
                    List.of(stack(AttentionKind.ENCODER)),
                    limits,
                    places.names());
        }
        places(places, AttentionKind.DECODER);
        return new Anatomy(
                Anatomy.Kind.ENCODER_DECODER,
                List.of(
                        stack(AttentionKind.ENCODER),
                        stack(AttentionKind.DECODER),
                        stack(AttentionKind.CROSS)),
                limits,
                places.add("logits").names());
    }

    private void places(Places places, AttentionKind kind) {
        int layers = depth(kind).layers();
        String prefix = kind == AttentionKind.ENCODER ? "encoder." : "decoder.";
        places.add(prefix + "hidden.0", prefix + "position_bias");
        for (int i = 0; i < layers; i++) {
            places.attentionByDistance(kind, i);
            if (kind == AttentionKind.DECODER) {
                places.attention(AttentionKind.CROSS, i);
            }
            String after = i == layers - 1 ? "pre_norm" : "hidden." + (i + 1);
            places.add(kind.place("ffn_act", i), prefix + after);
        }
        places.add(kind.place("hidden", layers));
    }
}
