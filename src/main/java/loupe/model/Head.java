package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * What an encoder is used for: a map from its last hidden states, (B, T, D), to the place where the
 * result is shown.
 */
record Head(String place, UnaryOperator<NDArray> map) {

    /**
     * Guesses words: a linear map, an activation, a norm, and the product with every word's vector.
     */
    record Words(Linear dense, Activation activation, LayerNorm norm, Linear decoder)
            implements Model.WordHead {

        /**
         * @param dense (D) to (E), the width of the embeddings
         * @param decoder (E) to (V), see {@link #decoder}
         */
        static Words read(EncoderShape shape, Weights dense, Weights norm, Linear decoder) {
            return new Words(
                    new Linear(dense, shape.width(), shape.embedding()),
                    shape.activation(),
                    new LayerNorm(norm, shape.embedding(), shape.epsilon()),
                    decoder);
        }

        /**
         * The product with every word's vector, which is its embedding if the two are tied.
         *
         * @param matrix where {@code weight} stands if they are not
         * @param bias where {@code bias} stands, if it does not stand beside the matrix
         */
        static Linear decoder(EncoderShape shape, Embedding words, Weights matrix, Weights bias) {
            return Linear.of(
                    shape.tied()
                            ? words.table()
                            : matrix.get("weight", shape.vocabulary(), shape.embedding()),
                    (bias.has("bias") || !matrix.has("bias") ? bias : matrix)
                            .get("bias", shape.vocabulary()));
        }

        Words withActivation(Activation other) {
            return new Words(dense, other, norm, decoder);
        }

        @Override
        public NDArray logits(NDArray hidden) {
            NDArray x = norm.apply(activation.apply(dense.apply(hidden))); // (..., E)
            return decoder.apply(x); // (..., V)
        }
    }

    /** The first token's hidden state, through a linear map and an activation, (B, D). */
    record First(Linear dense, Activation activation) {

        NDArray apply(NDArray hidden) {
            return activation.apply(dense.apply(of(hidden))); // (B, D)
        }

        static NDArray of(NDArray hidden) {
            return hidden.get(":, 0"); // (B, D)
        }
    }
}
