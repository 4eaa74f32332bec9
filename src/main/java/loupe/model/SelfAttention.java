package loupe.model;

import ai.djl.ndarray.NDArray;
import loupe.tensor.Linear;

/** A sequence that looks at itself; one product makes queries, keys and values of all heads. */
final class SelfAttention {
    private final Linear project;
    private final Heads heads;
    private final Linear mix;

    SelfAttention(Stack stack, int layer, int width, AttentionWeights weights) {
        int gathered = stack.heads() * stack.headSize();
        this.project =
                Linear.fused(width, gathered, weights.queries(), weights.keys(), weights.values());
        this.mix = weights.mix(gathered, width);
        this.heads = new Heads(stack, layer, mix.byInput(stack.heads()));
    }

    NDArray forward(NDArray x, Heads.Scores scores, Mask mask, Trace trace) {
        Projected projected = Projected.of(project.apply(x)); // 3 of (B, T, N H)
        return mix.apply(heads.gather(projected, scores, mask, trace)); // (B, T, D)
    }
}
