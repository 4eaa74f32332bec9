package loupe.model;

import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * BERT (Devlin et al. 2019): an encoder that learnt to guess hidden words, and whether one sentence
 * follows another.
 *
 * <p>Heads, as far as the file holds them: {@code pooler_output} (B, D), {@code prediction_logits}
 * (B, T, V), {@code seq_relationship_logits} (B, 2); the one that the class is named for ends in
 * {@code logits}, as does a sequence classifier, (B, labels).
 *
 * @param positions how tokens know their place
 * @param made the published class the file was made with, or nothing where that is not said
 * @param labels how many classes a sequence classifier has
 */
record Bert(EncoderShape shape, PositionKind positions, String made, int labels)
        implements Architecture {

    /** What RoBERTa and ELECTRA call the parts of a layer, too. */
    static final EncoderBlock.Names NAMES =
            new EncoderBlock.Names(
                    "attention.self.query.",
                    "attention.self.key.",
                    "attention.self.value.",
                    "attention.output.dense.",
                    "attention.output.LayerNorm.",
                    "intermediate.dense.",
                    "output.dense.",
                    "output.LayerNorm.");

    static Bert read(Settings settings) {
        return new Bert(
                EncoderShape.read(settings),
                PositionKind.read(settings),
                settings.madeAs(
                        "BertModel",
                        "BertForPreTraining",
                        "BertForMaskedLM",
                        "BertForNextSentencePrediction",
                        "BertForSequenceClassification"),
                settings.labels());
    }

    @Override
    public Model build(Weights file) {
        Weights weights = file.underIfPresent("bert.");
        EncoderEmbeddings embeddings = embeddings(weights.under("embeddings."));
        List<EncoderBlock> blocks =
                IntStream.range(0, shape.layers())
                        .mapToObj(i -> block(i, weights.under("encoder.layer." + i + ".")))
                        .toList();
        Heading heading = new Heading(made);
        words(heading, file.under("cls.predictions."), embeddings.words());
        pooled(heading, file, weights.under("pooler.dense."));
        return new Encoder(shape, shape.positions(), embeddings, blocks, heading);
    }

    private EncoderEmbeddings embeddings(Weights weights) {
        return positions == PositionKind.ABSOLUTE
                ? EncoderEmbeddings.placed(shape, weights, Batch::positionsOrCounted)
                : EncoderEmbeddings.unplaced(shape, weights);
    }

    private EncoderBlock block(int layer, Weights weights) {
        EncoderBlock.Parts parts = EncoderBlock.Parts.read(shape, NAMES, weights);
        if (positions == PositionKind.ABSOLUTE) {
            return new EncoderBlock(shape, layer, parts);
        }
        Weights table = weights.under("attention.self.distance_embedding.");
        Embedding distances = new Embedding(table, 2 * shape.positions() - 1, shape.headSize());
        boolean withKeys = positions == PositionKind.RELATIVE_KEY_QUERY;
        return new EncoderBlock(
                shape, layer, parts, new RelativeScores(distances, shape.positions(), withKeys));
    }

    private void words(Heading heading, Weights weights, Embedding words) {
        if (heading.isMadeAs("BertForMaskedLM", "BertForPreTraining")
                || weights.has("transform.dense.weight")) {
            Linear decoder = Head.Words.decoder(shape, words, weights.under("decoder."), weights);
            heading.words(
                    "BertForMaskedLM",
                    Head.Words.read(
                            shape,
                            weights.under("transform.dense."),
                            weights.under("transform.LayerNorm."),
                            decoder));
        }
    }

    private void pooled(Heading heading, Weights file, Weights weights) {
        boolean follows =
                heading.isMadeAs("BertForPreTraining", "BertForNextSentencePrediction")
                        || file.has("cls.seq_relationship.weight");
        boolean classifies = heading.isMadeAs("BertForSequenceClassification");
        if (!follows && !classifies && !weights.has("weight")) {
            return;
        }
        Linear dense = new Linear(weights, shape.width(), shape.width());
        Head.First pooler = new Head.First(dense, Activation.TANH);
        heading.add("pooler_output", pooler::apply);
        if (follows) {
            Linear map = new Linear(file.under("cls.seq_relationship."), shape.width(), 2);
            heading.add(
                    "BertForNextSentencePrediction",
                    "seq_relationship_logits",
                    hidden -> map.apply(pooler.apply(hidden))); // (B, 2)
        }
        if (classifies) {
            Linear map = new Linear(file.under("classifier."), shape.width(), labels);
            heading.add("logits", hidden -> map.apply(pooler.apply(hidden))); // (B, labels)
        }
    }
}
