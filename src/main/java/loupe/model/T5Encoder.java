package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import loupe.tensor.Embedding;
import loupe.tensor.Weights;

/**
 * The part of T5 that reads: by itself a model of hidden states, with the decoder the lower half of
 * {@link T5}.
 *
 * <p>Letters: B rows of a batch, S tokens, D width, N heads, F inner width.
 *
 * <p>Places: those of {@link Heads} with {@code encoder.} before them, {@code
 * encoder.position_bias} (1, N, S, S), {@code encoder.ffn_act.i} (B, S, F), {@code
 * encoder.hidden.i} (B, S, D) before layer i, {@code encoder.pre_norm} after the last one, {@code
 * encoder.hidden.}layers after the final norm.
 */
public final class T5Encoder implements Model {
    private final Anatomy anatomy;
    private final Embedding tokens; // V of D
    private final T5Stack stack;
    private final List<T5Layer.Reading> layers;

    /**
     * Takes every weight it needs.
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public T5Encoder(T5Config config, Weights file) {
        Weights weights = file.under("encoder.");
        this.anatomy = config.anatomy();
        this.tokens =
                SharedTable.read(
                        file,
                        config.vocabulary(),
                        config.width(),
                        "shared.weight",
                        "encoder.embed_tokens.weight",
                        "decoder.embed_tokens.weight");
        this.stack = new T5Stack(AttentionKind.ENCODER, config, weights);
        this.layers =
                IntStream.range(0, config.encoder().layers())
                        .mapToObj(
                                i ->
                                        new T5Layer.Reading(
                                                i, config, weights.under("block." + i + ".")))
                        .toList();
    }

    @Override
    public Anatomy anatomy() {
        return anatomy;
    }

    @Override
    public NDArray embeddings(NDArray ids) {
        return tokens.apply(ids); // (B, S, D)
    }

    /** Up to the final norm: (B, S) token ids to hidden states, (B, S, D). */
    public NDArray encode(Batch batch, Trace trace) {
        Mask mask = Mask.padding(batch);
        return stack.forward(
                embed(batch),
                trace,
                (i, x, scores) -> layers.get(i).forward(x, scores, mask, trace)); // (B, S, D)
    }

    @Override
    public void run(Batch batch, Trace trace) {
        trace.check(anatomy.places());
        encode(batch, trace);
    }

    @Override
    public Optional<WordHead> wordHead() {
        return Optional.empty();
    }

    /** Both stacks have one table, (V, D). */
    Embedding tokens() {
        return tokens;
    }

    NDArray embed(Batch batch) {
        batch.length(anatomy.limits());
        return batch.embeddings(this::embeddings); // (B, T, D)
    }
}
