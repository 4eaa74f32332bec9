package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import loupe.tensor.Linear;

/** A sequence that looks at another; one product makes keys and values of all heads. */
final class CrossAttention {
    private final Linear ask;
    private final Linear offer;
    private final Heads heads;
    private final Linear mix;

    CrossAttention(Stack stack, int layer, int width, AttentionWeights weights) {
        int gathered = stack.heads() * stack.headSize();
        this.ask = Linear.fused(width, gathered, weights.queries());
        this.offer = Linear.fused(width, gathered, weights.keys(), weights.values());
        this.mix = weights.mix(gathered, width);
        this.heads = new Heads(stack, layer, mix.byInput(stack.heads()));
    }

    /** The stream, (B, T, D), on what the encoder made, (B, S, D), to (B, T, D). */
    NDArray forward(NDArray x, Memory memory, Trace trace) {
        NDList offered = offer.apply(memory.states()).split(2, 2); // 2 of (B, S, N H)
        Projected projected = new Projected(ask.apply(x), offered.get(0), offered.get(1));
        return mix.apply(heads.gather(projected, memory.mask(), trace)); // (B, T, D)
    }
}
