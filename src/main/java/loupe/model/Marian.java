package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.function.UnaryOperator;
import loupe.tensor.Embedding;
import loupe.tensor.Linear;
import loupe.tensor.Sinusoids;
import loupe.tensor.Weights;

/**
 * Marian (Junczys-Dowmunt et al. 2018), as the OPUS-MT translators have it: one stack reads a
 * sentence, the other writes it in another language.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, V vocabulary.
 *
 * <p>Places: those of {@link Heads} for encoder, decoder and cross-attention; {@code
 * encoder.ffn_act.i} (B, S, F), {@code encoder.hidden.0} after the embeddings and {@code
 * encoder.hidden.i} after layer i, (B, S, D), the same for the decoder; {@code logits} (B, T, V).
 */
public final class Marian implements EncoderDecoder {
    private final Anatomy anatomy;
    private final Embedder read;
    private final Embedder written;
    private final PostNormStacks stacks;
    private final Linear head;

    /**
     * Takes every weight it needs; positions that are not in the file are computed.
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public Marian(MarianConfig config, Weights file) {
        Weights weights = file.underIfPresent("model.");
        TwoStacks sizes = config.sizes();
        Embedding in = table(config, weights, "encoder.embed_tokens.weight", sizes.vocabulary());
        Embedding out =
                config.shared()
                        ? in
                        : table(
                                config,
                                weights,
                                "decoder.embed_tokens.weight",
                                config.decoderVocabulary());
        this.anatomy = sizes.anatomy();
        this.read = embedder(sizes, in, weights.under("encoder."));
        this.written = embedder(sizes, out, weights.under("decoder."));
        this.stacks = new PostNormStacks(sizes, weights);
        this.head = head(config, file, out);
    }

    @Override
    public Anatomy anatomy() {
        return anatomy;
    }

    @Override
    public NDArray embeddings(NDArray ids) {
        return read.tokens(ids); // (B, S, D)
    }

    @Override
    public NDArray encode(Batch batch, Trace trace) {
        return stacks.encode(read.embed(batch, anatomy.limits()), batch, trace); // (B, S, D)
    }

    @Override
    public NDArray decode(Batch batch, NDArray memory, Trace trace) {
        Batch text = batch.decoderText();
        NDArray x = written.embed(text, anatomy.limits()); // (B, T, D)
        return stacks.decode(x, text, new Memory(memory, Mask.padding(batch)), trace);
    }

    @Override
    public void run(Batch batch, Trace trace) {
        trace.check(anatomy.places());
        NDArray hidden = decode(batch, encode(batch, trace), trace); // (B, T, D)
        trace.show("logits", () -> head.apply(hidden)); // (B, T, V)
    }

    @Override
    public Optional<WordHead> wordHead() {
        return Optional.of(head::apply);
    }

    private static Embedding table(
            MarianConfig config, Weights weights, String own, int vocabulary) {
        int width = config.sizes().width();
        return config.shared()
                ? SharedTable.read(
                        weights,
                        vocabulary,
                        width,
                        "shared.weight",
                        own,
                        "decoder.embed_tokens.weight")
                : SharedTable.read(weights, vocabulary, width, own);
    }

    private static Embedder embedder(TwoStacks sizes, Embedding tokens, Weights weights) {
        NDManager scope = tokens.table().getManager();
        NDArray positions =
                weights.find("embed_positions.weight", sizes.context(), sizes.width())
                        .orElseGet(() -> Sinusoids.table(scope, sizes.context(), sizes.width()));
        return new Embedder(
                tokens,
                sizes.embeddingScale(),
                new Embedding(positions),
                0,
                UnaryOperator.identity());
    }

    private static Linear head(MarianConfig config, Weights file, Embedding written) {
        int vocabulary = config.decoderVocabulary();
        NDArray matrix =
                config.tied()
                        ? written.table()
                        : file.get("lm_head.weight", vocabulary, config.sizes().width());
        return Linear.of(matrix, file.get("final_logits_bias", 1, vocabulary).reshape(-1));
    }
}
