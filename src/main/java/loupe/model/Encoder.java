package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * A model that reads a text both ways: what {@link Bert} and its relatives become.
 *
 * <p>Letters: B rows of a batch, T tokens, D width. Places, i counted from 0: those of {@link
 * EncoderEmbeddings}, {@code hidden.i} (B, T, D) before layer i, those of {@link EncoderBlock},
 * {@code hidden.}layers, and one for each head.
 */
final class Encoder implements Model {
    private final EncoderEmbeddings embeddings;
    private final List<EncoderBlock> blocks;
    private final List<Head> heads;
    private final List<WordHead> words; // one or none
    private final Anatomy anatomy;

    Encoder(
            EncoderShape shape,
            int context,
            EncoderEmbeddings embeddings,
            List<EncoderBlock> blocks,
            Heading heading) {
        this.embeddings = embeddings;
        this.blocks = List.copyOf(blocks);
        this.heads = heading.heads();
        this.words = heading.words();
        this.anatomy =
                new Anatomy(
                        Anatomy.Kind.ENCODER,
                        List.of(shape.stack()),
                        new Limits(shape.vocabulary(), context, shape.types()),
                        places());
    }

    @Override
    public Anatomy anatomy() {
        return anatomy;
    }

    @Override
    public NDArray embeddings(NDArray ids) {
        return embeddings.words().apply(ids); // (B, T, E)
    }

    @Override
    public Optional<WordHead> wordHead() {
        return words.stream().findFirst();
    }

    @Override
    public void run(Batch batch, Trace trace) {
        NDArray hidden = hidden(batch, trace); // (B, T, D)
        heads.forEach(head -> trace.show(head.place(), () -> head.map().apply(hidden)));
    }

    private NDArray hidden(Batch batch, Trace trace) {
        batch.length(anatomy.limits());
        trace.check(anatomy.places());
        Mask mask = Mask.padding(batch);
        NDArray x = trace.at("hidden", 0, embeddings.forward(batch, trace)); // (B, T, D)
        return Tower.climb(
                x,
                blocks.size(),
                trace,
                (i, y) -> trace.at("hidden", i + 1, blocks.get(i).forward(y, mask, trace)));
    }

    private List<String> places() {
        Places places = new Places();
        if (embeddings.isProjected()) {
            places.add("embeddings");
        }
        places.add("hidden.0");
        for (int layer = 0; layer < blocks.size(); layer++) {
            blocks.get(layer).nameAttention(places);
            places.add(AttentionKind.SELF, "ffn_act", layer)
                    .add(AttentionKind.SELF, "hidden", layer + 1);
        }
        heads.forEach(head -> places.add(head.place()));
        return places.names();
    }
}
