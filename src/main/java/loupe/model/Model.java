package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * A model that can be run: an {@link Architecture} with its weights.
 *
 * <p>Letters: B rows of a batch, T tokens, D width, E width of the embeddings (D for most), V
 * vocabulary.
 */
public interface Model {

    /** The head of a language model. */
    interface WordHead {

        /**
         * Hidden states as the last place {@code hidden.N} (or {@code decoder.hidden.N}) holds
         * them, (..., D), to logits, (..., V).
         */
        NDArray logits(NDArray hidden);
    }

    Anatomy anatomy();

    /**
     * The embeddings of these tokens and nothing else of the input, (B, T) to (B, T, E): what
     * {@link Batch#ofEmbeddings} takes instead of ids.
     */
    NDArray embeddings(NDArray ids);

    /**
     * Runs it; what the trace asked for is in the trace, and a head that nobody asked for is not
     * computed. Results belong to the scope of the batch.
     *
     * @throws java.util.concurrent.CancellationException if the trace was stopped
     */
    void run(Batch batch, Trace trace);

    /** Its head over the vocabulary where it has one, to be used on the places of interest only. */
    Optional<WordHead> wordHead();
}
