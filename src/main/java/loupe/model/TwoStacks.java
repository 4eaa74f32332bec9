package loupe.model;

import java.util.stream.Stream;
import loupe.tensor.Activation;

/**
 * The sizes that BART and Marian have in common, as {@code config.json} names them.
 *
 * @param vocabulary how many tokens there are (vocab_size)
 * @param context the most tokens a text may have (max_position_embeddings)
 * @param width of the hidden states (d_model)
 * @param encoder its sizes (encoder_layers, encoder_attention_heads, encoder_ffn_dim)
 * @param decoder its sizes (decoder_layers, decoder_attention_heads, decoder_ffn_dim)
 * @param activation of the MLPs (activation_function)
 * @param scaled whether embeddings are multiplied by the root of the width (scale_embedding)
 */
public record TwoStacks(
        int vocabulary,
        int context,
        int width,
        Depth encoder,
        Depth decoder,
        Activation activation,
        boolean scaled) {

    public TwoStacks {
        if (Math.min(Math.min(vocabulary, context), width) < 1) {
            throw new IllegalArgumentException("every size must be at least one");
        }
        if (width % encoder.heads() != 0 || width % decoder.heads() != 0) {
            throw new IllegalArgumentException("the heads do not divide " + width);
        }
    }

    static TwoStacks read(Settings settings) {
        return new TwoStacks(
                settings.count("vocab_size"),
                settings.count("max_position_embeddings", 1024),
                settings.count("d_model"),
                depth(settings, "encoder"),
                depth(settings, "decoder"),
                settings.activation("activation_function", Activation.GELU),
                settings.flag("scale_embedding", false));
    }

    private static Depth depth(Settings settings, String stack) {
        return new Depth(
                settings.count(stack + "_layers"),
                settings.divisor(stack + "_attention_heads", "d_model"),
                settings.count(stack + "_ffn_dim"));
    }

    /** The sizes of the stack that has this attention. */
    Depth depth(AttentionKind kind) {
        return kind == AttentionKind.ENCODER ? encoder : decoder;
    }

    Stack stack(AttentionKind kind) {
        int headSize = width / depth(kind).heads();
        return depth(kind).stack(kind, headSize, 1 / Math.sqrt(headSize));
    }

    /** What embeddings are multiplied by. */
    float embeddingScale() {
        return scaled ? (float) Math.sqrt(width) : 1;
    }

    Anatomy anatomy() {
        Places places = new Places().add("encoder.hidden.0");
        for (int i = 0; i < encoder.layers(); i++) {
            places.attention(AttentionKind.ENCODER, i)
                    .add("encoder.ffn_act." + i, "encoder.hidden." + (i + 1));
        }
        places.add("decoder.hidden.0");
        for (int i = 0; i < decoder.layers(); i++) {
            places.attention(AttentionKind.DECODER, i)
                    .attention(AttentionKind.CROSS, i)
                    .add("decoder.ffn_act." + i, "decoder.hidden." + (i + 1));
        }
        return new Anatomy(
                Anatomy.Kind.ENCODER_DECODER,
                Stream.of(AttentionKind.ENCODER, AttentionKind.DECODER, AttentionKind.CROSS)
                        .map(this::stack)
                        .toList(),
                new Limits(vocabulary, context, 0),
                places.add("logits").names());
    }
}
