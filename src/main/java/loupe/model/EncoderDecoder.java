package loupe.model;

import ai.djl.ndarray.NDArray;

/**
 * A model of two stacks: one reads a text both ways, the other writes, token by token, and looks at
 * what the first has made of it.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, V vocabulary.
 */
public interface EncoderDecoder extends Model {

    /** What is made of the text that is read: (B, S) token ids to (B, S, D). */
    NDArray encode(Batch batch, Trace trace);

    /**
     * What is made of the text written so far.
     *
     * @param batch with the text of the decoder; of the text that was read only the mask is used
     * @param memory what {@link #encode} gave, (B, S, D), or (1, S, D) for all rows
     * @return the last hidden states of the decoder, (B, T, D)
     */
    NDArray decode(Batch batch, NDArray memory, Trace trace);
}
