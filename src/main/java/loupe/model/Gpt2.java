package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.SparseFormat;
import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Conv1D;
import loupe.tensor.Factor;
import loupe.tensor.LayerNorm;
import loupe.tensor.Weights;

/**
 * GPT-2 (Radford et al. 2019): a decoder that reads from left to right and guesses the next token.
 *
 * <p>Letters: B rows of a batch, T tokens, D width, N heads, H head size (D = N H), F inner width
 * of the MLP, V vocabulary.
 *
 * <p>Places, i counted from 0: {@code q.i}, {@code k.i}, {@code v.i} (B, N, T, H), {@code attn.i}
 * (B, N, T, T), {@code ctx.i} (B, T, D), {@code ffn_act.i} (B, T, F), {@code hidden.i} (B, T, D)
 * before layer i, {@code pre_norm} after the last one, {@code hidden.}layers after the final norm,
 * {@code logits} (B, T, V).
 */
public final class Gpt2 {

    /** Masked scores: the lowest float, so that a row of nothing else still has a softmax. */
    private static final float NEVER = -Float.MAX_VALUE;

    /** Causal self-attention; one product makes queries, keys and values of all heads. */
    private static final class Attention {
        private final int layer;
        private final int heads;
        private final int headSize;
        private final float scale;
        private final Conv1D project;
        private final Conv1D mix;

        Attention(Gpt2Config config, int layer, Weights weights) {
            this.layer = layer;
            this.heads = config.heads();
            this.headSize = config.headSize();
            this.scale = (float) config.scale(layer);
            this.project = new Conv1D(weights.under("c_attn."), config.width(), 3 * config.width());
            this.mix = new Conv1D(weights.under("c_proj."), config.width(), config.width());
        }

        NDArray forward(NDArray x, NDArray mask, Trace trace) {
            NDList parts = project.apply(x).split(3, 2); // 3 of (B, T, D)
            NDArray q = trace.at("q", layer, byHead(parts.get(0))); // (B, N, T, H)
            NDArray k = trace.at("k", layer, byHead(parts.get(1))); // (B, N, T, H)
            NDArray v = trace.at("v", layer, byHead(parts.get(2))); // (B, N, T, H)
            NDArray scores = Factor.times(q.matMul(k.transpose(0, 1, 3, 2)), scale); // (B, N, T, T)
            NDArray pattern = scores.add(mask).softmax(-1); // (B, N, T, T)
            NDArray mixed = trace.at("attn", layer, pattern).matMul(v); // (B, N, T, H)
            return mix.apply(trace.at("ctx", layer, joined(mixed))); // (B, T, D)
        }

        private NDArray byHead(NDArray x) {
            long rows = x.getShape().get(0);
            return x.reshape(rows, -1, heads, headSize).transpose(0, 2, 1, 3); // (B, N, T, H)
        }

        private NDArray joined(NDArray x) {
            long rows = x.getShape().get(0);
            return x.transpose(0, 2, 1, 3).reshape(rows, -1, heads * headSize); // (B, T, D)
        }
    }

    /** Two linear maps with an activation between them. */
    private static final class Mlp {
        private final int layer;
        private final Activation activation;
        private final Conv1D up;
        private final Conv1D down;

        Mlp(Gpt2Config config, int layer, Weights weights) {
            this.layer = layer;
            this.activation = config.activation();
            this.up = new Conv1D(weights.under("c_fc."), config.width(), config.inner());
            this.down = new Conv1D(weights.under("c_proj."), config.inner(), config.width());
        }

        NDArray forward(NDArray x, Trace trace) {
            NDArray active = activation.apply(up.apply(x)); // (B, T, F)
            return down.apply(trace.at("ffn_act", layer, active)); // (B, T, D)
        }
    }

    /** One layer: both parts read a normalised copy and add to the stream. */
    private static final class Block {
        private final LayerNorm norm1;
        private final Attention attention;
        private final LayerNorm norm2;
        private final Mlp mlp;

        Block(Gpt2Config config, int layer, Weights weights) {
            this.norm1 = new LayerNorm(weights.under("ln_1."), config.width(), config.epsilon());
            this.attention = new Attention(config, layer, weights.under("attn."));
            this.norm2 = new LayerNorm(weights.under("ln_2."), config.width(), config.epsilon());
            this.mlp = new Mlp(config, layer, weights.under("mlp."));
        }

        NDArray forward(NDArray x, NDArray mask, Trace trace) {
            NDArray y = x.add(attention.forward(norm1.apply(x), mask, trace)); // (B, T, D)
            return y.add(mlp.forward(norm2.apply(y), trace)); // (B, T, D)
        }
    }

    private final Gpt2Config config;
    private final NDArray tokens; // (V, D)
    private final NDArray places; // (context, D)
    private final List<Block> blocks;
    private final LayerNorm norm;
    private final NDArray head; // (V, D)

    /**
     * Takes every weight it needs from the file, with or without the prefix {@code transformer.}
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public Gpt2(Gpt2Config config, Weights file) {
        Weights weights = file.underIfPresent("transformer.");
        this.config = config;
        this.tokens = weights.get("wte.weight", config.vocabulary(), config.width());
        this.places = weights.get("wpe.weight", config.context(), config.width());
        this.blocks =
                IntStream.range(0, config.layers())
                        .mapToObj(i -> new Block(config, i, weights.under("h." + i + ".")))
                        .toList();
        this.norm = new LayerNorm(weights.under("ln_f."), config.width(), config.epsilon());
        this.head =
                config.tied()
                        ? tokens
                        : file.get("lm_head.weight", config.vocabulary(), config.width());
    }

    public Gpt2Config config() {
        return config;
    }

    /** The whole way: (B, T) token ids to logits, (B, T, V). */
    public NDArray forward(Batch batch, Trace trace) {
        return logits(hidden(batch, trace), trace); // (B, T, V)
    }

    /** Up to the final norm: (B, T) token ids to hidden states, (B, T, D). */
    public NDArray hidden(Batch batch, Trace trace) {
        NDManager run = batch.ids().getManager();
        NDArray mask = mask(batch); // (1 or B, 1, T, T)
        NDArray x = trace.at("hidden", 0, embed(batch)); // (B, T, D)
        for (int layer = 0; layer < blocks.size(); layer++) {
            try (NDManager scope = run.newSubManager()) {
                x.attach(scope);
                x = blocks.get(layer).forward(x, mask, trace); // (B, T, D)
                boolean last = layer == blocks.size() - 1;
                x = last ? trace.at("pre_norm", x) : trace.at("hidden", layer + 1, x);
                x.attach(run);
                trace.moveTo(run);
            }
        }
        return trace.at("hidden", blocks.size(), norm.apply(x)); // (B, T, D)
    }

    /** Hidden states after the final norm, (..., D), to logits, (..., V). */
    public NDArray logits(NDArray hidden, Trace trace) {
        NDList product = hidden.getNDArrayInternal().linear(hidden, head, null);
        return trace.at("logits", product.singletonOrThrow()); // (..., V)
    }

    /** What a token is plus where it stands; types, odd as it is, are looked up as tokens. */
    private NDArray embed(Batch batch) {
        NDArray ids = batch.ids();
        long length = ids.getShape().get(1);
        if (length < 1 || length > config.context()) {
            throw new IllegalArgumentException(
                    length + " tokens do not fit a context of " + config.context());
        }
        NDManager run = ids.getManager();
        NDArray positions =
                batch.positions()
                        .orElseGet(() -> run.arange((int) length).expandDims(0)); // (1 or B, T)
        NDArray x = look(ids, tokens).add(look(positions, places)); // (B, T, D)
        return batch.types().map(types -> x.add(look(types, tokens))).orElse(x); // (B, T, D)
    }

    private static NDArray look(NDArray ids, NDArray table) {
        return ids.getNDArrayInternal()
                .embedding(ids, table, SparseFormat.DENSE)
                .singletonOrThrow(); // (B, T, D)
    }

    /** Added to the scores: nothing where a token may look, {@link #NEVER} where it may not. */
    private static NDArray mask(Batch batch) {
        int length = (int) batch.ids().getShape().get(1);
        float[] causal = new float[length * length];
        for (int from = 0; from < length; from++) {
            for (int to = from + 1; to < length; to++) {
                causal[from * length + to] = NEVER;
            }
        }
        NDArray ahead =
                batch.ids()
                        .getManager()
                        .create(causal)
                        .reshape(1, 1, length, length); // (1, 1, T, T)
        return batch.mask()
                .map(seen -> ahead.minimum(padding(seen))) // (B, 1, T, T)
                .orElse(ahead);
    }

    private static NDArray padding(NDArray seen) {
        NDArray unseen = seen.eq(0).toType(DataType.FLOAT32, false); // (B, T)
        return unseen.mul(NEVER).expandDims(1).expandDims(1); // (B, 1, 1, T)
    }
}
