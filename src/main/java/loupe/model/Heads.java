package loupe.model;

import ai.djl.ndarray.NDArray;
import loupe.tensor.Factor;

/**
 * The heads of one attention layer at work: what every architecture does between its projections.
 *
 * <p>Letters: B rows of a batch, T tokens that look, S tokens that are looked at, N heads, H head
 * size, D width of what follows the output projection.
 *
 * <p>Places: {@code q.i} (B, N, T, H), {@code k.i} and {@code v.i} (B, N, S, H), {@code attn.i} (B,
 * N, T, S), {@code mixed.i} (B, N, T, H), the values of each head mixed by its attention, after the
 * head's multiplier; {@code ctx.i} (B, T, N H), the same with the heads joined; {@code
 * contribution.i} (B, N, T, D), what each head alone adds after the output projection: their sum
 * and the projection's bias are the layer's attention.
 */
final class Heads {

    /** How queries and keys become scores. */
    interface Scores {

        /** (B, N, T, H), (B, N, S, H) to (B, N, T, S), not scaled yet. */
        NDArray of(NDArray queries, NDArray keys);

        default NDArray scaled(NDArray queries, NDArray keys, float scale) {
            return times(of(queries, keys), scale); // (B, N, T, S)
        }
    }

    /** The product of each query with each key. */
    static final Scores PRODUCTS =
            new Scores() {
                @Override
                public NDArray of(NDArray queries, NDArray keys) {
                    return queries.matMul(keys.transpose(0, 1, 3, 2)); // (B, N, T, S)
                }

                /** A long text has fewer numbers in its queries than in its scores. */
                @Override
                public NDArray scaled(NDArray queries, NDArray keys, float scale) {
                    return of(times(queries, scale), keys); // (B, N, T, S)
                }
            };

    private final Stack stack;
    private final int layer;
    private final NDArray outward; // (N, H, D)

    /**
     * @param outward the matrix of the output projection, head by head
     */
    Heads(Stack stack, int layer, NDArray outward) {
        this.stack = stack;
        this.layer = layer;
        this.outward = outward;
    }

    /** Queries, (B, T, N H), on keys and values, (B, S, N H), to what they gather, (B, T, N H). */
    NDArray gather(Projected projected, Mask mask, Trace trace) {
        return gather(projected, PRODUCTS, mask, trace);
    }

    NDArray gather(Projected projected, Scores scores, Mask mask, Trace trace) {
        NDArray q = at("q", byHead(projected.queries()), trace); // (B, N, T, H)
        NDArray k = at("k", byHead(projected.keys()), trace); // (B, N, S, H)
        NDArray v = at("v", byHead(projected.values()), trace); // (B, N, S, H)
        float scale = stack.scales().get(layer).floatValue();
        NDArray pattern = at("attn", pattern(scores.scaled(q, k, scale), mask), trace);
        NDArray mixed = at("mixed", pattern.matMul(v), trace); // (B, N, T, H)
        NDArray gathered = at("ctx", joined(mixed), trace); // (B, T, N H)
        trace.show(stack.kind().place("contribution", layer), () -> mixed.matMul(outward));
        return gathered;
    }

    /** Lets the scores go at once: with the pattern they are the largest tensors of a layer. */
    private static NDArray pattern(NDArray scores, Mask mask) {
        try (NDArray masked = mask.on(scores)) {
            return masked.softmax(-1); // (B, N, T, S)
        }
    }

    private static NDArray times(NDArray x, float scale) {
        return scale == 1 ? x : Factor.times(x, scale);
    }

    private NDArray at(String what, NDArray value, Trace trace) {
        return trace.at(stack.kind().place(what, layer), value);
    }

    private NDArray byHead(NDArray x) {
        long rows = x.getShape().get(0);
        return x.reshape(rows, -1, stack.heads(), stack.headSize())
                .transpose(0, 2, 1, 3); // (B, N, T, H)
    }

    private NDArray joined(NDArray x) {
        long rows = x.getShape().get(0);
        long width = (long) stack.heads() * stack.headSize();
        return x.transpose(0, 2, 1, 3).reshape(rows, -1, width); // (B, T, N H)
    }
}
