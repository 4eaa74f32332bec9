package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import loupe.tensor.Embedding;
import loupe.tensor.LayerNorm;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * BART (Lewis et al. 2020): one stack reads a text, the other writes another, such as its summary;
 * or it reads the same text again and a head at its end says what kind it is.
 *
 * <p>Letters: B rows of a batch, S tokens read, T tokens written, D width, V vocabulary, L labels.
 *
 * <p>Places: those of {@link Heads} for encoder, decoder and cross-attention; {@code
 * encoder.ffn_act.i} (B, S, F), {@code encoder.hidden.0} after the embeddings and {@code
 * encoder.hidden.i} after layer i, (B, S, D), the same for the decoder; {@code logits} (B, T, V) or
 * (B, L).
 */
public final class Bart implements EncoderDecoder {

    /** The table of positions begins with two rows for padding, which nothing looks up. */
    private static final int FIRST_POSITION = 2;

    private static final float EPSILON = 1e-5f;

    /** Says of a text what kind it is, from the state of the decoder at the text's end. */
    private static final class Classifier {
        private final int end;
        private final Linear dense;
        private final Linear out;

        Classifier(BartConfig config, Weights weights) {
            int width = config.sizes().width();
            this.end = config.end();
            this.dense = new Linear(weights.under("dense."), width, width);
            this.out = new Linear(weights.under("out_proj."), width, config.labels());
        }

        NDArray forward(NDArray hidden, NDArray ids) {
            NDArray atEnd = last(ids).matMul(hidden).squeeze(1); // (B, D)
            return out.apply(dense.apply(atEnd).tanh()); // (B, L)
        }

        /** 1 at the last end token of each row and 0 elsewhere, (B, 1, T). */
        private NDArray last(NDArray ids) {
            int length = Math.toIntExact(ids.getShape().get(1));
            long[] tokens = ids.toLongArray();
            float[] chosen = new float[tokens.length];
            for (int row = 0; row < tokens.length; row += length) {
                int at = length - 1;
                while (at >= 0 && tokens[row + at] != end) {
                    at--;
                }
                if (at < 0) {
                    throw new IllegalArgumentException("a text has no end token, " + end);
                }
                chosen[row + at] = 1;
            }
            return ids.getManager().create(chosen, new Shape(ids.getShape().get(0), 1, length));
        }
    }

    private final BartConfig config;
    private final Anatomy anatomy;
    private final Embedder read;
    private final Embedder written;
    private final PostNormStacks stacks;
    private final Optional<Linear> words;
    private final Optional<Classifier> classifier;

    /**
     * Takes every weight it needs from the file, with or without the prefix {@code model.}
     *
     * @throws loupe.tensor.WeightsException if one is missing or has another shape
     */
    public Bart(BartConfig config, Weights file) {
        Weights weights = file.underIfPresent("model.");
        Embedding tokens =
                SharedTable.read(
                        weights,
                        config.sizes().vocabulary(),
                        config.sizes().width(),
                        "shared.weight",
                        "encoder.embed_tokens.weight",
                        "decoder.embed_tokens.weight");
        boolean writes = config.labels() == 0;
        this.config = config;
        this.anatomy = config.sizes().anatomy();
        this.read = embedder(config.sizes(), tokens, weights.under("encoder."));
        this.written = embedder(config.sizes(), tokens, weights.under("decoder."));
        this.stacks = new PostNormStacks(config.sizes(), weights);
        this.words = writes ? Optional.of(head(config, file, tokens)) : Optional.empty();
        this.classifier =
                writes
                        ? Optional.empty()
                        : Optional.of(new Classifier(config, file.under("classification_head.")));
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
        Batch text = batch.decoder().orElseGet(() -> again(batch));
        NDArray x = written.embed(text, anatomy.limits()); // (B, T, D)
        return stacks.decode(x, text, new Memory(memory, Mask.padding(batch)), trace);
    }

    @Override
    public void run(Batch batch, Trace trace) {
        trace.check(anatomy.places());
        NDArray hidden = decode(batch, encode(batch, trace), trace); // (B, T, D)
        words.ifPresent(head -> trace.show("logits", () -> head.apply(hidden))); // (B, T, V)
        classifier.ifPresent(
                head -> trace.show("logits", () -> head.forward(hidden, ids(batch)))); // (B, L)
    }

    @Override
    public Optional<WordHead> wordHead() {
        return words.map(head -> head::apply);
    }

    /** Where nothing else was given, the decoder reads the same text, one place later. */
    private Batch again(Batch batch) {
        return Batch.of(config.decoderStart().shifted(ids(batch)));
    }

    private static NDArray ids(Batch batch) {
        return batch.ids()
                .orElseThrow(
                        () -> new IllegalArgumentException("embeddings alone do not say the ids"));
    }

    private static Embedder embedder(TwoStacks sizes, Embedding tokens, Weights weights) {
        int places = sizes.context() + FIRST_POSITION;
        LayerNorm norm =
                new LayerNorm(weights.under("layernorm_embedding."), sizes.width(), EPSILON);
        return new Embedder(
                tokens,
                sizes.embeddingScale(),
                new Embedding(weights.under("embed_positions."), places, sizes.width()),
                FIRST_POSITION,
                norm::apply);
    }

    /** The table of tokens once more; a file of the bare model has no bias for it. */
    private static Linear head(BartConfig config, Weights file, Embedding tokens) {
        return file.find("final_logits_bias", 1, config.sizes().vocabulary())
                .map(bias -> Linear.of(tokens.table(), bias.reshape(-1)))
                .orElse(Linear.ofMatrix(tokens.table()));
    }
}
