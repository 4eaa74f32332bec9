package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Five tokens of probability 0.4, 0.1, 0.3, 0.1 and 0.1. */
class SamplingTest {
    private static final double[] WHOLE = {0.4, 0.1, 0.3, 0.1, 0.1};
    private static final float[] LOGITS = new float[WHOLE.length];
    private static final NextToken ALWAYS_THE_SAME = beginnings -> new float[][] {LOGITS};

    static {
        for (int i = 0; i < WHOLE.length; i++) {
            LOGITS[i] = (float) Math.log(WHOLE[i]) + 3;
        }
    }

    private static Sampling sampling(double temperature, int topK, double topP) {
        return new Sampling(temperature, topK, topP, 1, 50, Set.of());
    }

    private static void drawsFrom(Sampling sampling, double... probabilities) {
        assertArrayEquals(probabilities, sampling.probabilities(LOGITS), 1e-6);
    }

    @Test
    void withoutAnyLimitTheProbabilitiesAreTheModels() {
        drawsFrom(sampling(1, 0, 1), WHOLE);
        drawsFrom(sampling(1, 5, 1), WHOLE);
        drawsFrom(sampling(1, 99, 1), WHOLE);
    }

    @Test
    void topKKeepsTheLikeliestAndThoseAsLikelyAsTheLast() {
        drawsFrom(sampling(1, 1, 1), 1, 0, 0, 0, 0);
        drawsFrom(sampling(1, 2, 1), 4 / 7.0, 0, 3 / 7.0, 0, 0);
        drawsFrom(sampling(1, 3, 1), WHOLE);
    }

    @Test
    void topPKeepsTheFewestThatHaveThatProbabilityTogether() {
        drawsFrom(sampling(1, 0, 0.3), 1, 0, 0, 0, 0);
        drawsFrom(sampling(1, 0, 0.5), 4 / 7.0, 0, 3 / 7.0, 0, 0);
        drawsFrom(sampling(1, 0, 0.75), 0.5, 0.125, 0.375, 0, 0);
        drawsFrom(sampling(1, 0, 0.95), WHOLE);
    }

    @Test
    void topPCountsWhatTopKHasLeft() {
        drawsFrom(sampling(1, 2, 0.5), 1, 0, 0, 0, 0);
        drawsFrom(sampling(1, 2, 0.6), 4 / 7.0, 0, 3 / 7.0, 0, 0);
    }

    @Test
    void aTemperatureBelowOneSharpensAndOneAboveFlattens() {
        drawsFrom(sampling(0, 0, 1), 1, 0, 0, 0, 0);
        double squares = 0.16 + 0.09 + 3 * 0.01;
        drawsFrom(
                sampling(0.5, 0, 1),
                0.16 / squares,
                0.01 / squares,
                0.09 / squares,
                0.01 / squares,
                0.01 / squares);
        double[] flat = sampling(100, 0, 1).probabilities(LOGITS);
        assertTrue(flat[0] < 0.21 && flat[1] > 0.19);
    }

    @Test
    void aTemperatureNextToNothingIsStillADistribution() {
        drawsFrom(sampling(1e-300, 0, 1), 1, 0, 0, 0, 0);
    }

    @Test
    void theSameSeedDrawsTheSameTokensAndAnotherOneOthers() {
        assertEquals(draw(7, Set.of()), draw(7, Set.of()));
        assertNotEquals(draw(7, Set.of()).ids(), draw(8, Set.of()).ids());
    }

    @Test
    void tokensComeAsOftenAsTheyAreLikely() {
        Sampling sampling = new Sampling(1, 0, 1, 3, 5_000, Set.of());
        List<Long> ids = Generation.sample(ALWAYS_THE_SAME, new long[] {0}, 5_001, sampling).ids();
        for (long token = 0; token < WHOLE.length; token++) {
            long wanted = token;
            long count = ids.stream().filter(id -> id == wanted).count();
            assertEquals(WHOLE[(int) token], count / 5_000.0, 0.03);
        }
    }

    @Test
    void anEndIsTheLastThatIsWritten() {
        List<Long> ids = draw(7, Set.of(2L)).ids();
        assertEquals(ids.size() - 1, ids.indexOf(2L));
        assertTrue(ids.size() < 50);
    }

    @Test
    void theProbabilityOfATextIsTheModelsHoweverItWasDrawn() {
        Sampling sampling = new Sampling(0, 0, 1, 1, 3, Set.of());
        Written written = Generation.sample(ALWAYS_THE_SAME, new long[] {0}, 4, sampling);
        assertEquals(List.of(0L, 0L, 0L), written.ids());
        assertEquals(3 * Math.log(0.4), written.logProbability(), 1e-6);
    }

    @Test
    void settingsThatLeaveNothingToDrawFromAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> sampling(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> sampling(Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> sampling(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> sampling(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> sampling(1, 0, 1.1));
    }

    private static Written draw(long seed, Set<Long> ends) {
        Sampling sampling = new Sampling(1, 0, 1, seed, 50, ends);
        return Generation.sample(ALWAYS_THE_SAME, new long[] {0}, 51, sampling);
    }
}
