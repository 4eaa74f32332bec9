package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import loupe.tensor.Factor;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * T5 (Raffel et al. 2020): one stack reads a task and a text, the other writes the answer.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, V vocabulary.
 *
 * <p>Places: those of {@link T5Encoder}; the same for the decoder, (B, T, ...); those of {@link
 * Heads} for cross-attention, which knows no positions; {@code logits} (B, T, V).
 */
public final class T5 implements EncoderDecoder {
    private final Anatomy anatomy;
    private final T5Encoder encoder;
    private final T5Stack stack;
    private final List<T5Layer.Writing> layers;
    private final float headScale;
    private final Linear head;

    /**
     * Takes every weight it needs.
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public T5(T5Config config, Weights file) {
        Weights weights = file.under("decoder.");
        this.anatomy = config.anatomy();
        this.encoder = new T5Encoder(config, file);
        this.stack = new T5Stack(AttentionKind.DECODER, config, weights);
        this.layers =
                IntStream.range(0, config.decoder().layers())
                        .mapToObj(
                                i ->
                                        new T5Layer.Writing(
                                                i, config, weights.under("block." + i + ".")))
                        .toList();
        this.headScale = config.tied() ? (float) (1 / Math.sqrt(config.width())) : 1;
        this.head =
                Linear.ofMatrix(
                        config.tied()
                                ? encoder.tokens().table()
                                : file.get("lm_head.weight", config.vocabulary(), config.width()));
    }

    @Override
    public Anatomy anatomy() {
        return anatomy;
    }

    @Override
    public NDArray embeddings(NDArray ids) {
        return encoder.embeddings(ids); // (B, S, D)
    }

    @Override
    public NDArray encode(Batch batch, Trace trace) {
        return encoder.encode(batch, trace); // (B, S, D)
    }

    @Override
    public NDArray decode(Batch batch, NDArray states, Trace trace) {
        Batch text = batch.decoderText();
        Mask mask = Mask.causal(text);
        Memory memory = new Memory(states, Mask.padding(batch));
        return stack.forward(
                encoder.embed(text),
                trace,
                (i, x, scores) ->
                        layers.get(i).forward(x, scores, mask, memory, trace)); // (B, T, D)
    }

    @Override
    public void run(Batch batch, Trace trace) {
        trace.check(anatomy.places());
        NDArray hidden = decode(batch, encode(batch, trace), trace); // (B, T, D)
        trace.show("logits", () -> logits(hidden)); // (B, T, V)
    }

    @Override
    public Optional<WordHead> wordHead() {
        return Optional.of(this::logits);
    }

    /** A table that is also the head is too large for it by the root of the width. */
    private NDArray logits(NDArray hidden) {
        NDArray x = headScale == 1 ? hidden : Factor.times(hidden, headScale); // (..., D)
        return head.apply(x); // (..., V)
    }
}
