package loupe.model;

import java.util.Collections;
import loupe.tensor.Activation;

/**
 * The sizes that all encoders have.
 *
 * @param vocabulary how many tokens there are
 * @param positions how many rows the table of positions has
 * @param types how many token types there are; 0 where the model is told none
 * @param embedding width of the embeddings before they are brought to the width
 * @param width of the hidden states
 * @param layers how many
 * @param heads how many attention heads in each
 * @param inner width between the two linear maps of a layer
 * @param activation between them
 * @param epsilon of the layer norms
 * @param tied whether words are guessed with the matrix of their embeddings
 */
record EncoderShape(
        int vocabulary,
        int positions,
        int types,
        int embedding,
        int width,
        int layers,
        int heads,
        int inner,
        Activation activation,
        float epsilon,
        boolean tied) {

    /** As BERT's configuration names them, and those that were made after it. */
    static EncoderShape read(Settings settings) {
        if (settings.flag("is_decoder", false)) {
            throw settings.wrong("is_decoder", "false");
        }
        int width = settings.count("hidden_size");
        return new EncoderShape(
                settings.count("vocab_size"),
                settings.count("max_position_embeddings"),
                settings.count("type_vocab_size", 2),
                width,
                width,
                settings.count("num_hidden_layers"),
                settings.divisor("num_attention_heads", "hidden_size"),
                settings.count("intermediate_size"),
                settings.activation("hidden_act", Activation.GELU),
                settings.positive("layer_norm_eps", 1e-12),
                settings.flag("tie_word_embeddings", true));
    }

    EncoderShape withEmbedding(int embedding) {
        return new EncoderShape(
                vocabulary,
                positions,
                types,
                embedding,
                width,
                layers,
                heads,
                inner,
                activation,
                epsilon,
                tied);
    }

    int headSize() {
        return width / heads;
    }

    Stack stack() {
        double scale = 1 / Math.sqrt(headSize());
        return new Stack(AttentionKind.SELF, heads, headSize(), Collections.nCopies(layers, scale));
    }
}
