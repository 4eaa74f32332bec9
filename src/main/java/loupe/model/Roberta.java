package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * RoBERTa (Liu et al. 2019): BERT trained longer on more text, without the next sentence. Positions
 * count from the one after the padding's, and padding keeps its own.
 *
 * <p>Heads: {@code logits}, (B, T, V) for masked words, (B, labels) for a sequence classifier;
 * {@code prediction_logits} (B, T, V) where the file holds words but is not named for them, {@code
 * pooler_output} (B, D) where it holds a pooler.
 *
 * @param padding the token that fills up (pad_token_id)
 * @param made the published class the file was made with, or nothing where that is not said
 * @param labels how many classes a sequence classifier has
 */
record Roberta(EncoderShape shape, int padding, String made, int labels) implements Architecture {

    static Roberta read(Settings settings) {
        PositionKind.refuseDistances(settings);
        EncoderShape shape = EncoderShape.read(settings);
        int padding = settings.index("pad_token_id", 1);
        if (padding + 1 >= shape.positions()) {
            throw settings.wrong("pad_token_id", "less than max_position_embeddings - 1");
        }
        return new Roberta(
                shape,
                padding,
                settings.madeAs(
                        "RobertaModel", "RobertaForMaskedLM", "RobertaForSequenceClassification"),
                settings.labels());
    }

    @Override
    public Model build(Weights file) {
        Weights weights = file.underIfPresent("roberta.");
        EncoderEmbeddings embeddings =
                EncoderEmbeddings.placed(shape, weights.under("embeddings."), this::positions);
        List<EncoderBlock> blocks =
                IntStream.range(0, shape.layers())
                        .mapToObj(i -> block(i, weights.under("encoder.layer." + i + ".")))
                        .toList();
        Heading heading = new Heading(made);
        words(heading, file.under("lm_head."), embeddings.words());
        pooled(heading, weights.under("pooler.dense."));
        classes(heading, file.under("classifier."));
        int context = shape.positions() - padding - 1;
        return new Encoder(shape, context, embeddings, blocks, heading);
    }

    /** Counted over what is no padding, (B, T); of embeddings nobody knows, so over all. */
    private NDArray positions(Batch batch) {
        NDArray counted = batch.countedPositions().add(padding + 1L); // (1, T)
        return batch.positions().or(() -> batch.ids().map(this::positions)).orElse(counted);
    }

    private NDArray positions(NDArray ids) {
        NDArray real = ids.neq(padding).toType(DataType.INT64, false); // (B, T)
        return real.cumSum(1).mul(real).add(padding); // (B, T)
    }

    private EncoderBlock block(int layer, Weights weights) {
        return new EncoderBlock(shape, layer, EncoderBlock.Parts.read(shape, Bert.NAMES, weights));
    }

    private void words(Heading heading, Weights weights, Embedding words) {
        if (heading.isMadeAs("RobertaForMaskedLM") || weights.has("dense.weight")) {
            Linear decoder = Head.Words.decoder(shape, words, weights.under("decoder."), weights);
            Head.Words head =
                    Head.Words.read(
                            shape, weights.under("dense."), weights.under("layer_norm."), decoder);
            heading.words("RobertaForMaskedLM", head.withActivation(Activation.GELU));
        }
    }

    private void pooled(Heading heading, Weights weights) {
        if (weights.has("weight")) {
            Linear dense = new Linear(weights, shape.width(), shape.width());
            heading.add("pooler_output", new Head.First(dense, Activation.TANH)::apply);
        }
    }

    private void classes(Heading heading, Weights weights) {
        if (heading.isMadeAs("RobertaForSequenceClassification")) {
            Linear dense = new Linear(weights.under("dense."), shape.width(), shape.width());
            Head.First first = new Head.First(dense, Activation.TANH);
            Linear map = new Linear(weights.under("out_proj."), shape.width(), labels);
            heading.add("logits", hidden -> map.apply(first.apply(hidden))); // (B, labels)
        }
    }
}
