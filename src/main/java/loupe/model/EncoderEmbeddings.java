package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import loupe.tensor.Embedding;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * How an encoder's input becomes its first hidden state: the tokens' embeddings, what is added to
 * them, normalised, and brought to the model's width where they have another.
 *
 * <p>Letters: B rows of a batch, T tokens, E width of the embeddings, D width. Place where E may
 * differ from D: {@code embeddings} (B, T, E), normalised.
 */
final class EncoderEmbeddings {

    private final Embedding words;
    private final List<Function<Batch, NDArray>> added; // broadcast to (B, T, E)
    private final LayerNorm norm;
    private final List<Linear> projection; // one or none

    private EncoderEmbeddings(
            Embedding words,
            List<Function<Batch, NDArray>> added,
            LayerNorm norm,
            List<Linear> projection) {
        this.words = words;
        this.added = added;
        this.norm = norm;
        this.projection = projection;
    }

    /** Embeddings of tokens and types alone, for layers that know distances by themselves. */
    static EncoderEmbeddings unplaced(EncoderShape shape, Weights weights) {
        int width = shape.embedding();
        List<Function<Batch, NDArray>> added = new ArrayList<>();
        if (shape.types() > 0) {
            Weights types = weights.under("token_type_embeddings.");
            Embedding table = new Embedding(types, shape.types(), width);
            added.add(batch -> table.apply(batch.typesOrZero()));
        }
        return new EncoderEmbeddings(
                new Embedding(weights.under("word_embeddings."), shape.vocabulary(), width),
                added,
                new LayerNorm(weights.under("LayerNorm."), width, shape.epsilon()),
                List.of());
    }

    /**
     * The same with a vector for each position.
     *
     * @param numbers the positions of a batch, int64, (1 or B, T)
     */
    static EncoderEmbeddings placed(
            EncoderShape shape, Weights weights, Function<Batch, NDArray> numbers) {
        Weights positions = weights.under("position_embeddings.");
        Embedding table = new Embedding(positions, shape.positions(), shape.embedding());
        EncoderEmbeddings unplaced = unplaced(shape, weights);
        unplaced.added.add(batch -> table.apply(numbers.apply(batch)));
        return unplaced;
    }

    EncoderEmbeddings projected(Linear projection) {
        return new EncoderEmbeddings(words, added, norm, List.of(projection));
    }

    Embedding words() {
        return words;
    }

    boolean isProjected() {
        return !projection.isEmpty();
    }

    /** To the first hidden state, (B, T, D). */
    NDArray forward(Batch batch, Trace trace) {
        NDArray x = batch.embeddings(words::apply); // (B, T, E)
        for (Function<Batch, NDArray> more : added) {
            x = x.add(more.apply(batch)); // (B, T, E)
        }
        x = norm.apply(x); // (B, T, E)
        for (Linear map : projection) {
            x = map.apply(trace.at("embeddings", x)); // (B, T, D)
        }
        return x;
    }
}
