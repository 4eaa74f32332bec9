package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.tensor.Grid;
import loupe.token.Tokenizer;

/**
 * The induction score of every head (Olsson et al. 2022): on random tokens said twice, the mean
 * attention, over the second time, from a token to the one after its earlier occurrence.
 */
final class Induction {
    private static final int ROWS = 4;
    private static final int PERIOD = 32;
    private static final long SEED = 20_261_120;

    private Induction() {}

    /** Of every head but those of cross-attention. For the model thread. */
    static Map<HeadRun.Place, Double> of(OpenModel model, Cancellation cancellation) throws Advice {
        int period = Math.min(PERIOD, model.model().anatomy().limits().context() / 2);
        long[] ids = repeated(model, period);
        boolean writes = HeadsExperiment.writes(model);
        Map<HeadRun.Place, Double> sums = new LinkedHashMap<>();
        new HeadRun(model, cancellation)
                .visit(
                        run -> {
                            NDArray rows = run.create(ids, new Shape(ROWS, 2L * period));
                            Batch batch = Batch.of(rows);
                            return writes ? batch.withDecoder(Batch.of(rows)) : batch;
                        },
                        (place, row, pattern) -> {
                            if (place.kind() != AttentionKind.CROSS) {
                                sums.merge(place, score(pattern, period), Double::sum);
                            }
                        });
        sums.replaceAll((place, sum) -> sum / ROWS);
        return sums;
    }

    /**
     * Of one pattern.
     *
     * @param pattern (T, T), over tokens said twice
     */
    static double score(Grid pattern, int period) {
        double sum = 0;
        for (int from = period; from < 2 * period; from++) {
            sum += pattern.get(from, from - period + 1);
        }
        return sum / period;
    }

    /** Rows of random tokens, none of them special, each row said twice. */
    private static long[] repeated(OpenModel model, int period) throws Advice {
        SplittableRandom random = new SplittableRandom(SEED);
        int vocabulary = model.model().anatomy().limits().vocabulary();
        Tokenizer tokenizer = model.tokenizer();
        long[] ids = new long[ROWS * 2 * period];
        for (int row = 0; row < ROWS; row++) {
            long[] drawn =
                    LongStream.generate(() -> random.nextInt(vocabulary))
                            .filter(id -> !tokenizer.isMark(id))
                            .limit(period)
                            .toArray();
            System.arraycopy(drawn, 0, ids, row * 2 * period, period);
            System.arraycopy(drawn, 0, ids, (row * 2 + 1) * period, period);
        }
        return ids;
    }
}
