package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;

/** What is added to attention scores, (B, N, T, S), to say who may look where. */
final class Mask {

    /** Masked scores: the lowest float, so that a row of nothing else still has a softmax. */
    private static final float NEVER = -Float.MAX_VALUE;

    private final Optional<NDArray> added; // broadcast to (B, N, T, S)

    private Mask(Optional<NDArray> added) {
        this.added = added;
    }

    /** Everyone looks at every token that is not padding. */
    static Mask padding(Batch batch) {
        return new Mask(batch.mask().map(Mask::unseen));
    }

    /** Everyone looks at itself and what came before, padding left out. */
    static Mask causal(Batch batch) {
        int length = batch.length();
        float[] causal = new float[length * length];
        for (int from = 0; from < length; from++) {
            for (int to = from + 1; to < length; to++) {
                causal[from * length + to] = NEVER;
            }
        }
        NDArray ahead = batch.run().create(causal).reshape(1, 1, length, length); // (1, 1, T, T)
        NDArray both =
                batch.mask().map(seen -> ahead.minimum(unseen(seen))).orElse(ahead); // (B, 1, T, T)
        return new Mask(Optional.of(both));
    }

    /** The scores with the mask put into them; any number of heads. */
    NDArray on(NDArray scores) {
        return added.map(scores::addi).orElse(scores); // (B, N, T, S)
    }

    private static NDArray unseen(NDArray seen) {
        NDArray unseen = seen.eq(0).toType(DataType.FLOAT32, false); // (B, S)
        return unseen.mul(NEVER).expandDims(1).expandDims(1); // (B, 1, 1, S)
    }
}
