package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import loupe.tensor.Activation;
import loupe.tensor.Linear;
import loupe.tensor.RmsNorm;
import loupe.tensor.Weights;

/**
 * A layer of T5: each part reads a normalised copy of the stream and adds to it; there are no
 * biases.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, F inner width.
 */
final class T5Layer {

    /**
     * A linear map, an activation and another; the gated form has a second map beside the first.
     */
    private static final class Mlp {
        private final String place;
        private final Activation activation;
        private final RmsNorm norm;
        private final Linear up;
        private final Optional<Linear> gate;
        private final Linear down;

        Mlp(AttentionKind kind, int layer, T5Config config, Weights weights) {
            int width = config.width();
            int inner = config.depth(kind).inner();
            boolean gated = config.thought().gated();
            Weights own = weights.under("DenseReluDense.");
            this.place = kind.place("ffn_act", layer);
            this.activation = config.thought().activation();
            this.norm = norm(weights, config);
            this.up = matrix(own, gated ? "wi_0.weight" : "wi.weight", inner, width);
            this.gate =
                    gated
                            ? Optional.of(matrix(own, "wi_1.weight", inner, width))
                            : Optional.empty();
            this.down = matrix(own, "wo.weight", width, inner);
        }

        NDArray forward(NDArray x, Trace trace) {
            NDArray y = norm.apply(x); // (B, T, D)
            NDArray active = activation.apply(up.apply(y)); // (B, T, F)
            NDArray inside = gate.map(g -> active.mul(g.apply(y))).orElse(active); // (B, T, F)
            return down.apply(trace.at(place, inside)).addi(x); // (B, T, D)
        }

        private static Linear matrix(Weights weights, String name, int out, int in) {
            return Linear.ofMatrix(weights.get(name, out, in));
        }
    }

    /** A text that looks at itself. */
    private static final class Within {
        private final RmsNorm norm;
        private final SelfAttention attention;

        Within(AttentionKind kind, int layer, T5Config config, Weights weights) {
            this.norm = norm(weights, config);
            this.attention =
                    new SelfAttention(
                            config.stack(kind),
                            layer,
                            config.width(),
                            names(weights.under("SelfAttention.")));
        }

        NDArray forward(NDArray x, Heads.Scores scores, Mask mask, Trace trace) {
            return attention.forward(norm.apply(x), scores, mask, trace).addi(x); // (B, T, D)
        }
    }

    /** A layer of the encoder: it looks at its own text, then thinks. */
    static final class Reading {
        private final Within within;
        private final Mlp mlp;

        Reading(int layer, T5Config config, Weights weights) {
            AttentionKind kind = AttentionKind.ENCODER;
            this.within = new Within(kind, layer, config, weights.under("layer.0."));
            this.mlp = new Mlp(kind, layer, config, weights.under("layer.1."));
        }

        NDArray forward(NDArray x, Heads.Scores scores, Mask mask, Trace trace) {
            return mlp.forward(within.forward(x, scores, mask, trace), trace); // (B, S, D)
        }
    }

    /** A layer of the decoder: between the two it looks at what was read. */
    static final class Writing {
        private final Within within;
        private final RmsNorm norm;
        private final CrossAttention across;
        private final Mlp mlp;

        Writing(int layer, T5Config config, Weights weights) {
            AttentionKind kind = AttentionKind.DECODER;
            Weights middle = weights.under("layer.1.");
            this.within = new Within(kind, layer, config, weights.under("layer.0."));
            this.norm = norm(middle, config);
            this.across =
                    new CrossAttention(
                            config.stack(AttentionKind.CROSS),
                            layer,
                            config.width(),
                            names(middle.under("EncDecAttention.")));
            this.mlp = new Mlp(kind, layer, config, weights.under("layer.2."));
        }

        /**
         * @param scores of the decoder's own text; across, there are no positions
         */
        NDArray forward(NDArray x, Heads.Scores scores, Mask mask, Memory memory, Trace trace) {
            NDArray y = within.forward(x, scores, mask, trace); // (B, T, D)
            NDArray z = across.forward(norm.apply(y), memory, trace).addi(y); // (B, T, D)
            return mlp.forward(z, trace); // (B, T, D)
        }
    }

    private T5Layer() {}

    private static AttentionWeights names(Weights weights) {
        return new AttentionWeights(
                weights.under("q."), weights.under("k."), weights.under("v."), weights.under("o."));
    }

    private static RmsNorm norm(Weights weights, T5Config config) {
        return new RmsNorm(weights.under("layer_norm."), config.width(), config.epsilon());
    }
}
