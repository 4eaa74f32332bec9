package loupe.model;

import ai.djl.ndarray.NDArray;
import loupe.tensor.Activation;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * One layer of an encoder (Vaswani et al. 2017, section 3.1, as in BERT): attention both ways, then
 * two linear maps with an activation between them; each adds to the stream, which is normalised
 * after it.
 *
 * <p>Letters: B rows of a batch, T tokens, D width, F inner width. Places: those of {@link Heads},
 * {@code ffn_act.i} (B, T, F).
 */
final class EncoderBlock {

    /** What a family calls the parts of a layer; the order is that of the computation. */
    record Names(
            String query,
            String key,
            String value,
            String mix,
            String attentionNorm,
            String up,
            String down,
            String norm) {}

    /** The weights of a layer; ALBERT has layers that share them. */
    record Parts(
            Linear project,
            Linear mix,
            LayerNorm attentionNorm,
            Linear up,
            Linear down,
            LayerNorm norm) {

        static Parts read(EncoderShape shape, Names names, Weights weights) {
            int width = shape.width();
            return new Parts(
                    Linear.fused(
                            width,
                            width,
                            weights.under(names.query()),
                            weights.under(names.key()),
                            weights.under(names.value())),
                    new Linear(weights.under(names.mix()), width, width),
                    new LayerNorm(weights.under(names.attentionNorm()), width, shape.epsilon()),
                    new Linear(weights.under(names.up()), width, shape.inner()),
                    new Linear(weights.under(names.down()), shape.inner(), width),
                    new LayerNorm(weights.under(names.norm()), width, shape.epsilon()));
        }
    }

    private final int layer;
    private final Parts parts;
    private final Heads heads;
    private final Heads.Scores scores;
    private final Activation activation;

    EncoderBlock(EncoderShape shape, int layer, Parts parts) {
        this(shape, layer, parts, Heads.PRODUCTS);
    }

    EncoderBlock(EncoderShape shape, int layer, Parts parts, Heads.Scores scores) {
        this.layer = layer;
        this.parts = parts;
        this.heads = new Heads(shape.stack(), layer, parts.mix().byInput(shape.heads()));
        this.scores = scores;
        this.activation = shape.activation();
    }

    void nameAttention(Places places) {
        if (scores.haveDistances()) {
            places.attentionByDistance(AttentionKind.SELF, layer);
        } else {
            places.attention(AttentionKind.SELF, layer);
        }
    }

    NDArray forward(NDArray x, Mask mask, Trace trace) {
        Projected projected = Projected.of(parts.project().apply(x)); // 3 of (B, T, D)
        NDArray gathered = heads.gather(projected, scores, mask, trace); // (B, T, D)
        NDArray y = parts.attentionNorm().apply(parts.mix().apply(gathered).addi(x)); // (B, T, D)
        NDArray active = activation.apply(parts.up().apply(y)); // (B, T, F)
        NDArray inner = trace.at("ffn_act", layer, active); // (B, T, F)
        return parts.norm().apply(parts.down().apply(inner).addi(y)); // (B, T, D)
    }
}
