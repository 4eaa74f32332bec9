package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Trace;

/**
 * How well a model tells text it never saw. Windows as long as the context move on by a quarter of
 * it, and only their last quarter counts, so that every token is told once and with at least three
 * quarters of a context before it.
 */
final class HeldOut {

    private static final int ROWS = 16;

    private final Gpt2 model;
    private final NDManager manager;

    HeldOut(Gpt2 model, NDManager manager) {
        this.model = model;
        this.manager = manager;
    }

    /** Mean loss a token, in nats, over all tokens but the first and an incomplete last window. */
    double loss(int[] text) {
        int length = model.config().context();
        int stride = Math.max(1, length / 4);
        int windows = (text.length - 1 - length) / stride + 1;
        double sum = 0;
        long counted = 0;
        for (int first = 0; first < windows; first += ROWS) {
            int rows = Math.min(ROWS, windows - first);
            float[][] losses = losses(text, first * stride, stride, rows);
            for (int row = 0; row < rows; row++) {
                int from = first + row == 0 ? 0 : length - stride;
                for (int i = from; i < length; i++) {
                    sum += losses[row][i];
                }
                counted += length - from;
            }
        }
        return sum / counted;
    }

    /** (B, T): window by window. */
    private float[][] losses(int[] text, int start, int stride, int rows) {
        int length = model.config().context();
        long[][] seen = new long[rows][];
        long[] told = new long[rows * length];
        for (int row = 0; row < rows; row++) {
            int from = start + row * stride;
            seen[row] = Arrays.stream(text, from, from + length).asLongStream().toArray();
            for (int i = 0; i < length; i++) {
                told[row * length + i] = text[from + 1 + i];
            }
        }
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits =
                    model.forward(Batch.of(Rows.tensor(scope, seen)), Trace.nothing()); // (B, T, V)
            NDArray log = logits.reshape((long) rows * length, -1).logSoftmax(-1); // (B T, V)
            NDArray targets = scope.create(told).expandDims(1); // (B T, 1)
            float[] flat = log.gather(targets, 1).neg().toFloatArray();
            float[][] losses = new float[rows][];
            for (int row = 0; row < rows; row++) {
                losses[row] = Arrays.copyOfRange(flat, row * length, (row + 1) * length);
            }
            return losses;
        }
    }
}
