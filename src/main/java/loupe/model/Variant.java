package loupe.model;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import loupe.tensor.Weights;

/** Other weights for a trained model, to see what its training did. */
public enum Variant {

    /** As they are. */
    TRAINED,

    /** Every parameter as before any training. */
    RANDOM,

    /** The projections to queries, keys and values as before any training. */
    RANDOM_ATTENTION,

    /**
     * No projections: queries, keys and values of a head are its slice of what the layer reads, so
     * that tokens attend to those most like themselves.
     */
    IDENTITY,

    /** The tables of tokens, positions and token types as before any training. */
    RANDOM_EMBEDDINGS;

    /** The variant that lessons and commands call so, such as {@code random-attention}. */
    public static Optional<Variant> named(String published) {
        return Arrays.stream(values()).filter(v -> v.published().equals(published)).findFirst();
    }

    public String published() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The weights to build the model with; the trained ones stay as they are.
     *
     * @param start how the architecture begins
     * @param scope where what is drawn lives
     * @param seed one seed always gives the same weights
     */
    public Weights of(Weights trained, Start start, NDManager scope, long seed) {
        if (this == TRAINED) {
            return trained; // not even wrapped: it may bring what belongs together in one piece
        }
        return trained.changed(
                (name, tensor) -> {
                    if (!changes(start, name)) {
                        return tensor;
                    }
                    return this == IDENTITY
                            ? start.identity(scope, name, tensor.getShape())
                            : start.fresh(scope, name, tensor.getShape(), seed);
                });
    }

    private boolean changes(Start start, String name) {
        return switch (this) {
            case TRAINED -> false;
            case RANDOM -> !start.isFixed(name);
            case RANDOM_ATTENTION, IDENTITY -> start.isAttention(name);
            case RANDOM_EMBEDDINGS -> start.isEmbedding(name);
        };
    }
}
