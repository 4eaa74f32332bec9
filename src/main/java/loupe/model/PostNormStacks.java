package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import loupe.tensor.Weights;

/** Encoder and decoder of BART and Marian, above their embeddings. */
final class PostNormStacks {
    private final List<PostNormLayer.Reading> encoder;
    private final List<PostNormLayer.Writing> decoder;

    PostNormStacks(TwoStacks sizes, Weights weights) {
        Weights reading = weights.under("encoder.layers.");
        Weights writing = weights.under("decoder.layers.");
        this.encoder =
                IntStream.range(0, sizes.encoder().layers())
                        .mapToObj(i -> new PostNormLayer.Reading(i, sizes, reading.under(i + ".")))
                        .toList();
        this.decoder =
                IntStream.range(0, sizes.decoder().layers())
                        .mapToObj(i -> new PostNormLayer.Writing(i, sizes, writing.under(i + ".")))
                        .toList();
    }

    /** Embeddings, (B, S, D), to what the text means, (B, S, D). */
    NDArray encode(NDArray embedded, Batch batch, Trace trace) {
        Mask mask = Mask.padding(batch);
        NDArray x = trace.at("encoder.hidden", 0, embedded); // (B, S, D)
        return Tower.climb(
                x,
                encoder.size(),
                trace,
                (layer, y) ->
                        trace.at(
                                "encoder.hidden",
                                layer + 1,
                                encoder.get(layer).forward(y, mask, trace)));
    }

    /** Embeddings of the text written so far, (B, T, D), to what comes of it, (B, T, D). */
    NDArray decode(NDArray embedded, Batch written, Memory memory, Trace trace) {
        Mask mask = Mask.causal(written);
        NDArray x = trace.at("decoder.hidden", 0, embedded); // (B, T, D)
        return Tower.climb(
                x,
                decoder.size(),
                trace,
                (layer, y) ->
                        trace.at(
                                "decoder.hidden",
                                layer + 1,
                                decoder.get(layer).forward(y, memory, mask, trace)));
    }
}
