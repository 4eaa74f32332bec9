package loupe.model;

import loupe.tensor.Linear;
import loupe.tensor.Weights;

/** Where a file keeps the four projections of an attention; their biases may be missing. */
record AttentionWeights(Weights queries, Weights keys, Weights values, Weights outward) {

    /** The output projection, (..., N H) to (..., D). */
    Linear mix(int gathered, int width) {
        return outward.has("bias")
                ? new Linear(outward, gathered, width)
                : Linear.ofMatrix(outward.get("weight", width, gathered));
    }
}
