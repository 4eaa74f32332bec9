package loupe.training;

import java.util.Arrays;

/**
 * One step's sequences, (B, T+1): the first T tokens of each are seen, the last T are to be told.
 * {@code counts} says of each token to be told whether it counts, (B, T): the first run of a random
 * piece does not, since nobody can tell it.
 */
record Sequences(long[][] sequences, boolean[][] counts) {

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

    /** (B * T) weights that sum to 1. */
    float[] weights() {
        float[] weights = new float[rows() * length()];
        int counted = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[i / length()][i % length()] ? 1 : 0;
            counted += (int) weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= Math.max(1, counted);
        }
        return weights;
    }
}
