package loupe.generation;

/** A model, asked what may come next. */
public interface NextToken {

    /**
     * What may come after each of these beginnings, which are all of one length.
     *
     * @param beginnings token ids, one row each
     * @return a row of V logits for each
     */
    float[][] after(long[][] beginnings);
}
