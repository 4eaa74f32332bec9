package loupe.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One step's sequences, (B, T+1): the first T tokens of each are seen, the last T are to be told.
 * {@code counts} says of each token to be told whether it counts, (B, T): the first run of a random
 * piece does not, since nobody can tell it.
 *
 * @param counted how many count in the whole step, of which these may be a part
 */
record Sequences(long[][] sequences, boolean[][] counts, int counted) {

    Sequences(long[][] sequences, boolean[][] counts) {
        this(sequences, counts, count(counts));
    }

    private static int count(boolean[][] counts) {
        int counted = 0;
        for (boolean[] row : counts) {
            for (boolean one : row) {
                counted += one ? 1 : 0;
            }
        }
        return counted;
    }

    /** The same in that many parts of nearly as many rows, fewer where there are fewer rows. */
    List<Sequences> parts(int wanted) {
        int number = Math.min(wanted, rows());
        return IntStream.range(0, number)
                .mapToObj(part -> rows(part * rows() / number, (part + 1) * rows() / number))
                .toList();
    }

    private Sequences rows(int from, int to) {
        return new Sequences(
                Arrays.copyOfRange(sequences, from, to),
                Arrays.copyOfRange(counts, from, to),
                counted);
    }

    int rows() {
        return sequences.length;
    }

    int length() {
        return counts[0].length;
    }

    /** (B * T) seen tokens, row after row. */
    long[] seen() {
        return flat(0);
    }

    /** (B * T) tokens to be told, row after row. */
    long[] told() {
        return flat(1);
    }

    private long[] flat(int from) {
        return Arrays.stream(sequences)
                .flatMapToLong(row -> Arrays.stream(row, from, from + length()))
                .toArray();
    }

    /** (B * T) shares in the mean of the whole step, which sum to 1 over its parts. */
    float[] weights() {
        float[] weights = new float[rows() * length()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[i / length()][i % length()] ? 1f / Math.max(1, counted) : 0;
        }
        return weights;
    }
}
