package loupe.model;

import ai.djl.ndarray.NDArray;
import loupe.tensor.Activation;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * A layer of BART or Marian, as the first transformer had it (Vaswani et al. 2017): what each part
 * makes is added to the stream, and the sum is normalised.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, F inner width.
 */
final class PostNormLayer {
    private static final float EPSILON = 1e-5f;

    /** Two linear maps with an activation between them. */
    private static final class Mlp {
        private final String place;
        private final Activation activation;
        private final Linear up;
        private final Linear down;

        Mlp(AttentionKind kind, int layer, TwoStacks sizes, Weights weights) {
            int inner = sizes.depth(kind).inner();
            this.place = kind.place("ffn_act", layer);
            this.activation = sizes.activation();
            this.up = new Linear(weights.under("fc1."), sizes.width(), inner);
            this.down = new Linear(weights.under("fc2."), inner, sizes.width());
        }

        NDArray forward(NDArray x, Trace trace) {
            NDArray active = activation.apply(up.apply(x)); // (B, T, F)
            return down.apply(trace.at(place, active)); // (B, T, D)
        }
    }

    /** A layer of the encoder: it looks at its own text, then thinks. */
    static final class Reading {
        private final SelfAttention attention;
        private final LayerNorm norm1;
        private final Mlp mlp;
        private final LayerNorm norm2;

        Reading(int layer, TwoStacks sizes, Weights weights) {
            this(AttentionKind.ENCODER, layer, sizes, weights);
        }

        private Reading(AttentionKind kind, int layer, TwoStacks sizes, Weights weights) {
            this.attention =
                    new SelfAttention(
                            sizes.stack(kind), layer, sizes.width(), names(weights, "self_attn."));
            this.norm1 = norm(weights, "self_attn_layer_norm.", sizes);
            this.mlp = new Mlp(kind, layer, sizes, weights);
            this.norm2 = norm(weights, "final_layer_norm.", sizes);
        }

        NDArray forward(NDArray x, Mask mask, Trace trace) {
            return think(look(x, mask, trace), trace); // (B, S, D)
        }

        private NDArray look(NDArray x, Mask mask, Trace trace) {
            NDArray seen = attention.forward(x, Heads.PRODUCTS, mask, trace); // (B, T, D)
            return norm1.apply(seen.addi(x)); // (B, T, D)
        }

        private NDArray think(NDArray x, Trace trace) {
            return norm2.apply(mlp.forward(x, trace).addi(x)); // (B, T, D)
        }
    }

    /** A layer of the decoder: between the two it looks at what was read. */
    static final class Writing {
        private final Reading own;
        private final CrossAttention attention;
        private final LayerNorm norm;

        Writing(int layer, TwoStacks sizes, Weights weights) {
            this.own = new Reading(AttentionKind.DECODER, layer, sizes, weights);
            this.attention =
                    new CrossAttention(
                            sizes.stack(AttentionKind.CROSS),
                            layer,
                            sizes.width(),
                            names(weights, "encoder_attn."));
            this.norm = norm(weights, "encoder_attn_layer_norm.", sizes);
        }

        NDArray forward(NDArray x, Memory memory, Mask mask, Trace trace) {
            NDArray y = own.look(x, mask, trace); // (B, T, D)
            NDArray seen = attention.forward(y, memory, trace); // (B, T, D)
            return own.think(norm.apply(seen.addi(y)), trace); // (B, T, D)
        }
    }

    private PostNormLayer() {}

    private static AttentionWeights names(Weights weights, String part) {
        Weights own = weights.under(part);
        return new AttentionWeights(
                own.under("q_proj."),
                own.under("k_proj."),
                own.under("v_proj."),
                own.under("out_proj."));
    }

    private static LayerNorm norm(Weights weights, String name, TwoStacks sizes) {
        return new LayerNorm(weights.under(name), sizes.width(), EPSILON);
    }
}
