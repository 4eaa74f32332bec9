package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import loupe.tensor.Embedding;
import loupe.tensor.Factor;

/**
 * What a token is plus where it stands, as BART and Marian put it.
 *
 * @param tokens V of D
 * @param scale tokens are multiplied by
 * @param positions one row for each place of a text, after {@code offset} rows of no use
 * @param finish what is done to the sum
 */
record Embedder(
        Embedding tokens,
        float scale,
        Embedding positions,
        int offset,
        UnaryOperator<NDArray> finish) {

    /** (B, T) to (B, T, D). */
    NDArray tokens(NDArray ids) {
        NDArray x = tokens.apply(ids); // (B, T, D)
        return scale == 1 ? x : Factor.times(x, scale); // (B, T, D)
    }

    /** Tokens and their places, (B, T, D). */
    NDArray embed(Batch batch, Limits limits) {
        batch.length(limits);
        NDArray where = positions.apply(batch.positionsOrCounted().add(offset)); // (1 or B, T, D)
        return finish.apply(batch.embeddings(this::tokens).add(where)); // (B, T, D)
    }
}
