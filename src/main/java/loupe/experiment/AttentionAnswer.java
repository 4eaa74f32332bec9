package loupe.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.tensor.Grid;

/**
 * What a model did with a text: its tokens, its guesses, and the inside of its attention.
 *
 * @param scale what products of queries and keys were multiplied by, for each layer
 * @param causal whether a token sees only itself and those before it
 * @param next the likeliest next tokens, likeliest first
 * @param grids for every layer i: attn.i (heads, T, T) and q.i, k.i, v.i (heads, T, head size)
 * @param milliseconds from the text to these numbers, without opening the model
 */
public record AttentionAnswer(
        String model,
        String device,
        List<Piece> tokens,
        int layers,
        int heads,
        int headSize,
        List<Double> scale,
        boolean causal,
        List<Guess> next,
        Map<String, Grid> grids,
        long milliseconds) {

    public AttentionAnswer {
        tokens = List.copyOf(tokens);
        scale = List.copyOf(scale);
        next = List.copyOf(next);
        grids = Collections.unmodifiableMap(new LinkedHashMap<>(grids));
    }
}
