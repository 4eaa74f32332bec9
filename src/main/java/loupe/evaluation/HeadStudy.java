package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Trace;
import loupe.tensor.Grid;

/**
 * Measures the {@link HeadBehaviour} of every head of a model; the same text always gives the same
 * numbers.
 */
final class HeadStudy {

    private static final int ROWS = 16;
    private static final int PERIOD = 32;
    private static final long SEED = 20_261_120;

    /** The place of the token that is looked at, by the place of the one that looks. */
    private interface Target {
        int of(int from);
    }

    private final Gpt2 model;
    private final NDManager manager;

    HeadStudy(Gpt2 model, NDManager manager) {
        this.model = model;
        this.manager = manager;
    }

    /**
     * @param text held-out tokens, at least as many as the context
     */
    List<HeadBehaviour> measure(int[] text) {
        List<Grid> plain = attention(windows(text));
        int period = Math.min(PERIOD, model.config().context() / 2);
        List<Grid> repeated = attention(repeated(period));
        List<HeadBehaviour> heads = new ArrayList<>();
        for (int layer = 0; layer < model.config().layers(); layer++) {
            for (int head = 0; head < model.config().heads(); head++) {
                Grid seen = plain.get(layer);
                heads.add(
                        new HeadBehaviour(
                                layer,
                                head,
                                mean(seen, head, 1, from -> from - 1),
                                mean(seen, head, 1, from -> from),
                                mean(seen, head, 1, from -> 0),
                                mean(
                                        repeated.get(layer),
                                        head,
                                        period,
                                        from -> from - period + 1)));
            }
        }
        return heads;
    }

    /** Of every layer, (B, N, T, T). */
    private List<Grid> attention(long[][] rows) {
        Set<String> places = new TreeSet<>();
        for (int layer = 0; layer < model.config().layers(); layer++) {
            places.add("attn." + layer);
        }
        Trace trace = Trace.of(places);
        try (NDManager scope = manager.newSubManager()) {
            NDArray ids = Rows.tensor(scope, rows); // (B, T)
            model.forward(Batch.of(ids), trace);
            List<Grid> grids = new ArrayList<>();
            for (int layer = 0; layer < model.config().layers(); layer++) {
                grids.add(trace.grid("attn." + layer));
            }
            return grids;
        }
    }

    private long[][] windows(int[] text) {
        int length = Math.min(model.config().context(), text.length);
        long[][] rows = new long[ROWS][length];
        for (int row = 0; row < ROWS; row++) {
            int from = (int) ((long) (text.length - length) * row / Math.max(1, ROWS - 1));
            for (int i = 0; i < length; i++) {
                rows[row][i] = text[from + i];
            }
        }
        return rows;
    }

    /** The end-of-text token is the last one and is not drawn: the model has never seen it. */
    private long[][] repeated(int period) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[][] rows = new long[ROWS][2 * period];
        for (long[] row : rows) {
            for (int i = 0; i < period; i++) {
                row[i] = random.nextInt(model.config().vocabulary() - 1);
                row[period + i] = row[i];
            }
        }
        return rows;
    }

    /** Over all rows, and all tokens from {@code start} on. */
    private static double mean(Grid attention, int head, int start, Target target) {
        int rows = attention.shape()[0];
        int length = attention.shape()[2];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int from = start; from < length; from++) {
                sum += attention.get(row, head, from, target.of(from));
            }
        }
        return sum / rows / (length - start);
    }
}
