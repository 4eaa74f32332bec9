package loupe.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loupe.model.AttentionKind;
import loupe.model.Stack;
import loupe.tensor.Grid;

/**
 * What a model did with a text: its tokens, its guesses, and the inside of its attention.
 *
 * @param tokens what was read
 * @param target what the decoder of a model of two stacks was given, its start token first; empty
 *     for other models
 * @param targetWritten whether the model wrote that itself
 * @param stacks its attentions: one, or encoder, decoder and cross
 * @param next the likeliest next tokens, likeliest first; of a model that reads on, or writes
 * @param grids for every layer i of a stack whose places begin with p: pattn.i (heads, T, S), pq.i
 *     (heads, T, head size), pk.i and pv.i (heads, S, head size), pvalue_norm.i (heads, S); where
 *     distances have a part in the scores, pposition.i (heads, T, S)
 * @param milliseconds from the text to these numbers, without opening the model
 */
public record AttentionAnswer(
        String model,
        WeightChoice weights,
        String device,
        List<Piece> tokens,
        List<Piece> target,
        boolean targetWritten,
        List<Attention> stacks,
        List<Guess> next,
        Map<String, Grid> grids,
        long milliseconds) {

    /**
     * One kind of attention.
     *
     * @param kind {@code self}, {@code encoder}, {@code decoder} or {@code cross}
     * @param prefix what the names of its places begin with: nothing, {@code encoder.}, ...
     * @param scale what products of queries and keys were multiplied by, for each layer
     * @param position whether distances have a part in the scores
     * @param causal whether a token sees only itself and those before it
     * @param queries whose tokens look: {@code text} or {@code target}
     * @param keys whose tokens are looked at
     */
    public record Attention(
            String kind,
            String prefix,
            int layers,
            int heads,
            int headSize,
            List<Double> scale,
            boolean position,
            boolean causal,
            String queries,
            String keys) {

        public Attention {
            scale = List.copyOf(scale);
        }

        static Attention of(Stack stack, boolean position, boolean causal) {
            AttentionKind kind = stack.kind();
            boolean reads = kind == AttentionKind.SELF || kind == AttentionKind.ENCODER;
            return new Attention(
                    kind.name().toLowerCase(Locale.ROOT),
                    kind.prefix(),
                    stack.layers(),
                    stack.heads(),
                    stack.headSize(),
                    stack.scales(),
                    position,
                    causal,
                    reads ? "text" : "target",
                    kind == AttentionKind.DECODER ? "target" : "text");
        }
    }

    public AttentionAnswer {
        tokens = List.copyOf(tokens);
        target = List.copyOf(target);
        stacks = List.copyOf(stacks);
        next = List.copyOf(next);
        grids = Collections.unmodifiableMap(new LinkedHashMap<>(grids));
    }
}
