package loupe;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loupe.experiment.AttentionAnswer;
import loupe.tensor.Grid;

/** What lessons and keys state about the heads of a run. */
final class Measured {

    private Measured() {}

    /** A number as lessons and keys write it. */
    static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A head and what it does on average. */
    record Found(int layer, int head, double mean) {

        String named() {
            return "head " + head + " of layer " + layer;
        }
    }

    /** The head that gives most to the token so many places further on. */
    static Found strongest(AttentionAnswer answer, int shift) {
        return heads(answer)
                .map(at -> new Found(at[0], at[1], mean(grid(answer, at[0], at[1]), shift)))
                .max(Comparator.comparingDouble(Found::mean))
                .orElseThrow();
    }

    static Stream<int[]> heads(AttentionAnswer answer) {
        AttentionAnswer.Attention only = answer.stacks().get(0);
        return IntStream.range(0, only.layers() * only.heads())
                .mapToObj(i -> new int[] {i / only.heads(), i % only.heads()});
    }

    static Grid grid(AttentionAnswer answer, int layer, int head) {
        return answer.grids().get("attn." + layer).slice(head);
    }

    static double mean(Grid head, int shift) {
        int length = head.shape()[0];
        return IntStream.range(0, length)
                .filter(i -> i + shift >= 0 && i + shift < length)
                .mapToDouble(i -> head.get(i, i + shift))
                .average()
                .orElseThrow();
    }

    static double strongestLine(AttentionAnswer answer, int layer) {
        return cells(answer, layer, (i, j) -> true).max().orElseThrow();
    }

    static double ofItself(AttentionAnswer answer, int layer) {
        return cells(answer, layer, (i, j) -> i == j).average().orElseThrow();
    }

    private static DoubleStream cells(
            AttentionAnswer answer, int layer, BiPredicate<Integer, Integer> wanted) {
        int length = answer.tokens().size();
        return IntStream.range(0, answer.stacks().get(0).heads())
                .mapToObj(head -> grid(answer, layer, head))
                .flatMapToDouble(
                        head ->
                                IntStream.range(0, length * length)
                                        .filter(at -> wanted.test(at / length, at % length))
                                        .mapToDouble(at -> head.get(at / length, at % length)));
    }

    /** Attention to the separators, and their part of the sizes carried. */
    record Rest(int layer, int head, double attention, double size, double there) {

        static Rest of(AttentionAnswer answer, int layer, int head) {
            Grid weights = grid(answer, layer, head);
            Grid lengths = answer.grids().get("value_norm." + layer);
            int tokens = answer.tokens().size();
            double attention = 0;
            double size = 0;
            double all = 0;
            double there = 0;
            double elsewhere = 0;
            for (int to = 0; to < tokens; to++) {
                boolean separator = answer.tokens().get(to).text().equals("[SEP]");
                double length = lengths.get(head, to);
                there += separator ? length / 2 : 0;
                elsewhere += separator ? 0 : length / (tokens - 2);
                for (int from = 0; from < tokens; from++) {
                    all += weights.get(from, to) * length;
                    size += separator ? weights.get(from, to) * length : 0;
                    attention += separator ? weights.get(from, to) / tokens : 0;
                }
            }
            return new Rest(layer, head, attention, size / all, there / elsewhere);
        }
    }
}
