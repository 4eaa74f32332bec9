package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * GPT-2 (Radford et al. 2019): a decoder that reads from left to right and guesses the next token.
 *
 * <p>Letters: B rows of a batch, T tokens, D width, N heads, H head size (D = N H), F inner width
 * of the MLP, V vocabulary.
 *
 * <p>Places, i counted from 0: those of {@link Heads}, {@code ffn_act.i} (B, T, F), {@code
 * hidden.i} (B, T, D) before layer i, {@code pre_norm} after the last one, {@code hidden.}layers
 * after the final norm, {@code logits} (B, T, V).
 */
public final class Gpt2 implements Model {

    /** Causal self-attention; one product makes queries, keys and values of all heads. */
    private static final class Attention {
        private final Linear project;
        private final Heads heads;
        private final Linear mix;

        Attention(Gpt2Config config, int layer, Weights weights) {
            this.project =
                    Linear.inputFirst(weights.under("c_attn."), config.width(), 3 * config.width());
            this.mix = Linear.inputFirst(weights.under("c_proj."), config.width(), config.width());
            this.heads = new Heads(config.stack(), layer, mix.byInput(config.heads()));
        }

        NDArray forward(NDArray x, Mask mask, Trace trace) {
            Projected projected = Projected.of(project.apply(x)); // 3 of (B, T, D)
            return mix.apply(heads.gather(projected, mask, trace)); // (B, T, D)
        }
    }

    /** Two linear maps with an activation between them. */
    private static final class Mlp {
        private final int layer;
        private final Activation activation;
        private final Linear up;
        private final Linear down;

        Mlp(Gpt2Config config, int layer, Weights weights) {
            this.layer = layer;
            this.activation = config.activation();
            this.up = Linear.inputFirst(weights.under("c_fc."), config.width(), config.inner());
            this.down = Linear.inputFirst(weights.under("c_proj."), config.inner(), config.width());
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

        NDArray forward(NDArray x, Mask mask, Trace trace) {
            NDArray y = attention.forward(norm1.apply(x), mask, trace).addi(x); // (B, T, D)
            return mlp.forward(norm2.apply(y), trace).addi(y); // (B, T, D)
        }
    }

    private final Gpt2Config config;
    private final Embedding tokens; // V of D
    private final Embedding positions; // context of D
    private final List<Block> blocks;
    private final LayerNorm norm;
    private final Linear head;
    private final Anatomy anatomy;

    /**
     * Takes every weight it needs from the file, with or without the prefix {@code transformer.}
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public Gpt2(Gpt2Config config, Weights file) {
        Weights weights = file.underIfPresent("transformer.");
        this.config = config;
        this.tokens = new Embedding(weights.under("wte."), config.vocabulary(), config.width());
        this.positions = new Embedding(weights.under("wpe."), config.context(), config.width());
        this.blocks =
                IntStream.range(0, config.layers())
                        .mapToObj(i -> new Block(config, i, weights.under("h." + i + ".")))
                        .toList();
        this.norm = new LayerNorm(weights.under("ln_f."), config.width(), config.epsilon());
        this.head =
                Linear.ofMatrix(
                        config.tied()
                                ? tokens.table()
                                : file.get("lm_head.weight", config.vocabulary(), config.width()));
        this.anatomy = config.anatomy();
    }

    public Gpt2Config config() {
        return config;
    }

    @Override
    public Anatomy anatomy() {
        return anatomy;
    }

    @Override
    public Optional<WordHead> wordHead() {
        return Optional.of(head::apply);
    }

    @Override
    public void run(Batch batch, Trace trace) {
        NDArray hidden = hidden(batch, trace); // (B, T, D)
        trace.show("logits", () -> head.apply(hidden)); // (B, T, V)
    }

    /** The whole way: (B, T) token ids to logits, (B, T, V). */
    public NDArray forward(Batch batch, Trace trace) {
        return logits(hidden(batch, trace), trace); // (B, T, V)
    }

    /** Up to the final norm: (B, T) token ids to hidden states, (B, T, D). */
    public NDArray hidden(Batch batch, Trace trace) {
        trace.check(anatomy.places());
        Mask mask = Mask.causal(batch);
        NDArray x = trace.at("hidden", 0, embed(batch)); // (B, T, D)
        NDArray top =
                Tower.climb(
                        x,
                        blocks.size(),
                        trace,
                        (i, y) -> trace.at(after(i), blocks.get(i).forward(y, mask, trace)));
        return trace.at("hidden", blocks.size(), norm.apply(top)); // (B, T, D)
    }

    private String after(int layer) {
        return layer == blocks.size() - 1 ? "pre_norm" : "hidden." + (layer + 1);
    }

    /** Hidden states after the final norm, (..., D), to logits, (..., V). */
    public NDArray logits(NDArray hidden, Trace trace) {
        return trace.at("logits", head.apply(hidden)); // (..., V)
    }

    @Override
    public NDArray embeddings(NDArray ids) {
        return tokens.apply(ids); // (B, T, D)
    }

    /** What a token is plus where it stands; types, odd as it is, are looked up as tokens. */
    private NDArray embed(Batch batch) {
        batch.length(anatomy.limits());
        NDArray where = positions.apply(batch.positionsOrCounted()); // (1 or B, T, D)
        NDArray x = batch.embeddings(this::embeddings).add(where); // (B, T, D)
        return batch.types().map(types -> x.add(tokens.apply(types))).orElse(x); // (B, T, D)
    }
}
