package loupe.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import loupe.tensor.Grid;
import loupe.token.Token;

/**
 * Where one head looks: the mean attention, from 0 to 1, that tokens give to the one before them,
 * the one after, themselves, the first of the text, to separators (special tokens other than the
 * first) and to punctuation, and the mean entropy of their weights in bits. NaN for what a text
 * does not have, such as a separator.
 */
public record Looks(
        double previous,
        double next,
        double same,
        double first,
        double separators,
        double punctuation,
        double entropy) {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]+");

    /**
     * Measured on one head.
     *
     * @param pattern its attention, (T, S)
     * @param read the S tokens that are looked at
     * @param within whether those are the same that look: where they are not, nothing stands
     *     before, after or at the same place
     */
    static Looks of(Grid pattern, List<Token> read, boolean within) {
        int looking = pattern.shape()[0];
        int seen = pattern.shape()[1];
        Rows rows = new Rows(pattern.values(), seen);
        return new Looks(
                within ? rows.diagonal(1, looking, -1) : Double.NaN,
                within ? rows.diagonal(0, looking - 1, 1) : Double.NaN,
                within ? rows.diagonal(0, looking, 0) : Double.NaN,
                rows.columns(within ? 1 : 0, looking, List.of(0)),
                rows.columns(0, looking, such(seen, i -> i > 0 && read.get(i).special())),
                rows.columns(0, looking, such(seen, i -> isPunctuation(read.get(i)))),
                rows.entropy(looking));
    }

    /** The mean of each, over those that have it. */
    static Looks mean(List<Looks> all) {
        return new Looks(
                mean(all.stream().mapToDouble(Looks::previous).toArray()),
                mean(all.stream().mapToDouble(Looks::next).toArray()),
                mean(all.stream().mapToDouble(Looks::same).toArray()),
                mean(all.stream().mapToDouble(Looks::first).toArray()),
                mean(all.stream().mapToDouble(Looks::separators).toArray()),
                mean(all.stream().mapToDouble(Looks::punctuation).toArray()),
                mean(all.stream().mapToDouble(Looks::entropy).toArray()));
    }

    /** In the order of the components; nothing for NaN, which JSON does not have. */
    public List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (double value :
                new double[] {previous, next, same, first, separators, punctuation, entropy}) {
            values.add(Double.isNaN(value) ? null : value);
        }
        return values;
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Integer> such(int count, IntPredicate wanted) {
        return IntStream.range(0, count).filter(wanted).boxed().toList();
    }

    private static boolean isPunctuation(Token token) {
        return !token.special() && PUNCTUATION.matcher(token.text().strip()).matches();
    }

    /** Weights row by row, {@code seen} in each. */
    private record Rows(float[] weights, int seen) {

        /** The mean over rows of the weight that many places on; NaN where there is no row. */
        double diagonal(int from, int to, int on) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += weights[row * seen + row + on];
            }
            return to > from ? sum / (to - from) : Double.NaN;
        }

        /** The mean over rows of what these columns get together; NaN where there is none. */
        double columns(int from, int to, List<Integer> columns) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                for (int column : columns) {
                    sum += weights[row * seen + column];
                }
            }
            return to > from && !columns.isEmpty() ? sum / (to - from) : Double.NaN;
        }

        double entropy(int rows) {
            double nats = 0;
            for (int i = 0; i < rows * seen; i++) {
                nats -= weights[i] > 0 ? weights[i] * Math.log(weights[i]) : 0;
            }
            return nats / Math.log(2) / rows;
        }
    }
}
