package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import loupe.tensor.Embedding;
import loupe.tensor.RmsNorm;
import loupe.tensor.Weights;

/**
 * What is around the layers of one stack of T5: a bias on the scores, one for all layers, which is
 * all they know of where tokens stand; and a norm at the end.
 *
 * <p>Letters: B rows of a batch, T tokens, D width, N heads.
 */
final class T5Stack {

    /** One layer's work, (B, T, D) to (B, T, D). */
    interface Layer {
        NDArray forward(int layer, NDArray x, Heads.Scores scores);
    }

    private final String prefix;
    private final int layers;
    private final Buckets buckets;
    private final Embedding biases; // buckets of N
    private final RmsNorm norm;

    T5Stack(AttentionKind kind, T5Config config, Weights weights) {
        boolean bothWays = kind == AttentionKind.ENCODER;
        this.prefix = bothWays ? "encoder." : "decoder.";
        this.layers = config.depth(kind).layers();
        this.buckets = config.distances().buckets(bothWays);
        this.biases =
                new Embedding(
                        weights.under("block.0.layer.0.SelfAttention.relative_attention_bias."),
                        config.distances().count(),
                        config.depth(kind).heads());
        this.norm =
                new RmsNorm(weights.under("final_layer_norm."), config.width(), config.epsilon());
    }

    /** Embeddings, which are used up, to hidden states after the norm: (B, T, D). */
    NDArray forward(NDArray embedded, Trace trace, Layer layer) {
        NDArray x = trace.at(prefix + "hidden", 0, embedded); // (B, T, D)
        NDArray bias = trace.at(prefix + "position_bias", bias(x)); // (1, N, T, T)
        Heads.Scores scores = (q, k) -> Heads.PRODUCTS.of(q, k).add(bias); // (B, N, T, T)
        NDArray top =
                Tower.climb(
                        x,
                        layers,
                        trace,
                        (i, y) -> trace.at(after(i), layer.forward(i, y, scores))); // (B, T, D)
        return trace.at(prefix + "hidden", layers, norm.apply(top)); // (B, T, D)
    }

    private String after(int layer) {
        return prefix + (layer == layers - 1 ? "pre_norm" : "hidden." + (layer + 1));
    }

    private NDArray bias(NDArray x) {
        int length = Math.toIntExact(x.getShape().get(1));
        NDArray numbers =
                x.getManager()
                        .create(buckets.table(length, length), new Shape(length, length)); // (T, T)
        return biases.apply(numbers).transpose(2, 0, 1).expandDims(0); // (1, N, T, T)
    }
}
