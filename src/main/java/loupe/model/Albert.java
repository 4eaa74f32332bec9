package loupe.model;

import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Activation;
import loupe.tensor.Embedding;
import loupe.tensor.Linear;
import loupe.tensor.Weights;

/**
 * ALBERT (Lan et al. 2020): BERT with few weights. Its layers fall into groups, and the layers of a
 * group are the same; its embeddings are narrow and brought to the width by one map. It learnt to
 * guess hidden words, and whether two sentences stand in their order.
 *
 * <p>Heads, as far as the file holds them: {@code prediction_logits} (B, T, V), {@code
 * pooler_output} (B, D), {@code sop_logits} (B, 2); masked words and a sequence classifier, (B,
 * labels), end in {@code logits} where the class is named for them.
 *
 * @param groups how many there are; the layers are shared out among them in order
 * @param made the published class the file was made with, or nothing where that is not said
 * @param labels how many classes a sequence classifier has
 */
record Albert(EncoderShape shape, int groups, String made, int labels) implements Architecture {

    private static final EncoderBlock.Names NAMES =
            new EncoderBlock.Names(
                    "attention.query.",
                    "attention.key.",
                    "attention.value.",
                    "attention.dense.",
                    "attention.LayerNorm.",
                    "ffn.",
                    "ffn_output.",
                    "full_layer_layer_norm.");

    static Albert read(Settings settings) {
        PositionKind.refuseDistances(settings);
        if (settings.count("inner_group_num", 1) != 1) {
            throw settings.wrong("inner_group_num", "1");
        }
        EncoderShape shape = EncoderShape.read(settings);
        int groups = settings.count("num_hidden_groups", 1);
        if (groups > shape.layers()) {
            throw settings.wrong(
                    "num_hidden_groups", "at most num_hidden_layers, which is " + shape.layers());
        }
        return new Albert(
                shape.withEmbedding(settings.count("embedding_size", 128)),
                groups,
                settings.madeAs(
                        "AlbertModel",
                        "AlbertForPreTraining",
                        "AlbertForMaskedLM",
                        "AlbertForSequenceClassification"),
                settings.labels());
    }

    @Override
    public Model build(Weights file) {
        Weights weights = file.underIfPresent("albert.");
        Weights encoder = weights.under("encoder.");
        Weights mapping = encoder.under("embedding_hidden_mapping_in.");
        EncoderEmbeddings embeddings =
                EncoderEmbeddings.placed(
                                shape, weights.under("embeddings."), Batch::positionsOrCounted)
                        .projected(new Linear(mapping, shape.embedding(), shape.width()));
        Heading heading = new Heading(made);
        words(heading, file.under("predictions."), embeddings.words());
        pooled(heading, file, weights.under("pooler."));
        return new Encoder(shape, shape.positions(), embeddings, blocks(encoder), heading);
    }

    private List<EncoderBlock> blocks(Weights weights) {
        List<EncoderBlock.Parts> parts =
                IntStream.range(0, groups)
                        .mapToObj(i -> "albert_layer_groups." + i + ".albert_layers.0.")
                        .map(name -> EncoderBlock.Parts.read(shape, NAMES, weights.under(name)))
                        .toList();
        return IntStream.range(0, shape.layers())
                .mapToObj(i -> new EncoderBlock(shape, i, parts.get(i * groups / shape.layers())))
                .toList();
    }

    private void words(Heading heading, Weights weights, Embedding words) {
        if (heading.isMadeAs("AlbertForMaskedLM", "AlbertForPreTraining")
                || weights.has("dense.weight")) {
            Linear decoder = Head.Words.decoder(shape, words, weights.under("decoder."), weights);
            heading.words(
                    "AlbertForMaskedLM",
                    Head.Words.read(
                            shape, weights.under("dense."), weights.under("LayerNorm."), decoder));
        }
    }

    private void pooled(Heading heading, Weights file, Weights weights) {
        boolean ordered =
                heading.isMadeAs("AlbertForPreTraining")
                        || file.has("sop_classifier.classifier.weight");
        boolean classifies = heading.isMadeAs("AlbertForSequenceClassification");
        if (!ordered && !classifies && !weights.has("weight")) {
            return;
        }
        Linear dense = new Linear(weights, shape.width(), shape.width());
        Head.First pooler = new Head.First(dense, Activation.TANH);
        heading.add("pooler_output", pooler::apply);
        if (ordered) {
            Linear map = new Linear(file.under("sop_classifier.classifier."), shape.width(), 2);
            heading.add("sop_logits", hidden -> map.apply(pooler.apply(hidden))); // (B, 2)
        }
        if (classifies) {
            Linear map = new Linear(file.under("classifier."), shape.width(), labels);
            heading.add("logits", hidden -> map.apply(pooler.apply(hidden))); // (B, labels)
        }
    }
}
