package loupe.model;

import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * DistilBERT (Sanh et al. 2019): half of BERT's layers, taught by BERT; it is told no token types
 * and has no pooler.
 *
 * <p>Heads: {@code logits}, (B, T, V) for masked words, (B, labels) for a sequence classifier;
 * {@code prediction_logits} (B, T, V) where the file holds words but is not named for them.
 *
 * @param made the published class the file was made with, or nothing where that is not said
 * @param labels how many classes a sequence classifier has
 */
record DistilBert(EncoderShape shape, String made, int labels) implements Architecture {

    private static final EncoderBlock.Names NAMES =
            new EncoderBlock.Names(
                    "attention.q_lin.",
                    "attention.k_lin.",
                    "attention.v_lin.",
                    "attention.out_lin.",
                    "sa_layer_norm.",
                    "ffn.lin1.",
                    "ffn.lin2.",
                    "output_layer_norm.");

    private static final float EPSILON = 1e-12f;

    static DistilBert read(Settings settings) {
        int width = settings.count("dim");
        EncoderShape shape =
                new EncoderShape(
                        settings.count("vocab_size"),
                        settings.count("max_position_embeddings"),
                        0,
                        width,
                        width,
                        settings.count("n_layers"),
                        settings.divisor("n_heads", "dim"),
                        settings.count("hidden_dim"),
                        settings.activation("activation", Activation.GELU),
                        EPSILON,
                        settings.flag("tie_word_embeddings", true));
        return new DistilBert(
                shape,
                settings.madeAs(
                        "DistilBertModel",
                        "DistilBertForMaskedLM",
                        "DistilBertForSequenceClassification"),
                settings.labels());
    }

    @Override
    public Model build(Weights file) {
        Weights weights = file.underIfPresent("distilbert.");
        EncoderEmbeddings embeddings =
                EncoderEmbeddings.placed(
                        shape, weights.under("embeddings."), Batch::positionsOrCounted);
        List<EncoderBlock> blocks =
                IntStream.range(0, shape.layers())
                        .mapToObj(i -> block(i, weights.under("transformer.layer." + i + ".")))
                        .toList();
        Heading heading = new Heading(made);
        words(heading, file, embeddings.words());
        classes(heading, file);
        return new Encoder(shape, shape.positions(), embeddings, blocks, heading);
    }

    private EncoderBlock block(int layer, Weights weights) {
        return new EncoderBlock(shape, layer, EncoderBlock.Parts.read(shape, NAMES, weights));
    }

    private void words(Heading heading, Weights file, Embedding words) {
        if (heading.isMadeAs("DistilBertForMaskedLM") || file.has("vocab_transform.weight")) {
            Weights last = file.under("vocab_projector.");
            heading.words(
                    "DistilBertForMaskedLM",
                    Head.Words.read(
                            shape,
                            file.under("vocab_transform."),
                            file.under("vocab_layer_norm."),
                            Head.Words.decoder(shape, words, last, last)));
        }
    }

    private void classes(Heading heading, Weights file) {
        if (heading.isMadeAs("DistilBertForSequenceClassification")) {
            Linear dense = new Linear(file.under("pre_classifier."), shape.width(), shape.width());
            Head.First first = new Head.First(dense, Activation.RELU);
            Linear map = new Linear(file.under("classifier."), shape.width(), labels);
            heading.add("logits", hidden -> map.apply(first.apply(hidden))); // (B, labels)
        }
    }
}
