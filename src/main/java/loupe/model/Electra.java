package loupe.model;

import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * ELECTRA's discriminator (Clark et al. 2020): an encoder that learnt to tell which tokens were
 * replaced. Its embeddings may be narrower than the rest.
 *
 * <p>Heads: {@code logits}, (B, T), above 0 for a replaced token, or (B, labels) for a sequence
 * classifier; {@code replaced_logits} (B, T) where the file holds the first but is not named for
 * it.
 *
 * @param made the published class the file was made with, or nothing where that is not said
 * @param labels how many classes a sequence classifier has
 */
record Electra(EncoderShape shape, String made, int labels) implements Architecture {

    static Electra read(Settings settings) {
        PositionKind.refuseDistances(settings);
        EncoderShape shape = EncoderShape.read(settings);
        return new Electra(
                shape.withEmbedding(settings.count("embedding_size", shape.width())),
                settings.madeAs(
                        "ElectraModel",
                        "ElectraForPreTraining",
                        "ElectraForSequenceClassification"),
                settings.labels());
    }

    @Override
    public Model build(Weights file) {
        Weights weights = file.underIfPresent("electra.");
        List<EncoderBlock> blocks =
                IntStream.range(0, shape.layers())
                        .mapToObj(i -> block(i, weights.under("encoder.layer." + i + ".")))
                        .toList();
        Heading heading = new Heading(made);
        replaced(heading, file.under("discriminator_predictions."));
        classes(heading, file.under("classifier."));
        return new Encoder(shape, shape.positions(), embeddings(weights), blocks, heading);
    }

    private EncoderEmbeddings embeddings(Weights weights) {
        EncoderEmbeddings embeddings =
                EncoderEmbeddings.placed(
                        shape, weights.under("embeddings."), Batch::positionsOrCounted);
        if (shape.embedding() == shape.width()) {
            return embeddings;
        }
        Weights project = weights.under("embeddings_project.");
        return embeddings.projected(new Linear(project, shape.embedding(), shape.width()));
    }

    private EncoderBlock block(int layer, Weights weights) {
        return new EncoderBlock(shape, layer, EncoderBlock.Parts.read(shape, Bert.NAMES, weights));
    }

    private void replaced(Heading heading, Weights weights) {
        if (heading.isMadeAs("ElectraForPreTraining") || weights.has("dense.weight")) {
            Linear dense = new Linear(weights.under("dense."), shape.width(), shape.width());
            Linear map = new Linear(weights.under("dense_prediction."), shape.width(), 1);
            heading.add(
                    "ElectraForPreTraining",
                    "replaced_logits",
                    hidden ->
                            map.apply(shape.activation().apply(dense.apply(hidden)))
                                    .squeeze(-1)); // (B, T)
        }
    }

    private void classes(Heading heading, Weights weights) {
        if (heading.isMadeAs("ElectraForSequenceClassification")) {
            Linear dense = new Linear(weights.under("dense."), shape.width(), shape.width());
            Head.First first = new Head.First(dense, Activation.GELU);
            Linear map = new Linear(weights.under("out_proj."), shape.width(), labels);
            heading.add("logits", hidden -> map.apply(first.apply(hidden))); // (B, labels)
        }
    }
}
