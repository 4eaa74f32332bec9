package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The text is 0, 1, 2, ...: in a plain window each token is one more than the token before. */
class SamplerTest {

    private static final int LENGTH = 64;
    private static final int[] TEXT = IntStream.range(0, 5_000).toArray();

    private static Sampler sampler(double repeats, long seed) {
        Plan plan =
                new Plan(
                        new Shape(6_000, 1, 1, 8, LENGTH),
                        new Recipe(1_024, 1e-3, 0.02, 0.5, repeats, 1),
                        Budget.ofSteps(10),
                        seed);
        return new Sampler(TEXT, -1, 5_999, plan);
    }

    @Test
    void theSameStepAndSeedGiveTheSameSequences() {
        assertTrue(
                Arrays.deepEquals(
                        sampler(0.4, 1).draw(7, 16, LENGTH).sequences(),
                        sampler(0.4, 1).draw(7, 16, LENGTH).sequences()));
        assertFalse(
                Arrays.deepEquals(
                        sampler(0.4, 1).draw(7, 16, LENGTH).sequences(),
                        sampler(0.4, 1).draw(8, 16, LENGTH).sequences()));
        assertFalse(
                Arrays.deepEquals(
                        sampler(0.4, 1).draw(7, 16, LENGTH).sequences(),
                        sampler(0.4, 2).draw(7, 16, LENGTH).sequences()));
    }

    @Test
    void aPlainSequenceIsAWindowOfTheTextAndCountsWhole() {
        Sequences drawn = sampler(0, 1).draw(1, 50, LENGTH);
        for (int row = 0; row < 50; row++) {
            long[] sequence = drawn.sequences()[row];
            assertEquals(sequence[0] + LENGTH, sequence[LENGTH]);
            assertFalse(hasFalse(drawn.counts()[row]));
        }
    }

    @Test
    void aRepeatedPieceIsSixToThirtyTwoTokensLongAndGoesToTheEnd() {
        Sequences drawn = sampler(1, 1).draw(1, 200, LENGTH);
        boolean[] seen = new boolean[40];
        for (long[] sequence : drawn.sequences()) {
            int period = period(sequence);
            seen[period] = true;
        }
        assertTrue(seen[6] && seen[32]);
        assertFalse(seen[5] || seen[33]);
    }

    @Test
    void halfOfTheRepeatedPiecesAreRandomAndTheirFirstRunDoesNotCount() {
        Sequences drawn = sampler(1, 1).draw(1, 400, LENGTH);
        int random = 0;
        for (int row = 0; row < 400; row++) {
            boolean[] counts = drawn.counts()[row];
            if (hasFalse(counts)) {
                random++;
                int period = period(drawn.sequences()[row]);
                boolean[] expected = new boolean[LENGTH];
                Arrays.fill(expected, period - 1, LENGTH, true);
                assertArrayEquals(expected, counts);
            }
        }
        assertEquals(200, random, 40);
    }

    @Test
    void theGivenPartOfTheSequencesIsRepeated() {
        Sequences drawn = sampler(0.4, 1).draw(1, 1_000, LENGTH);
        long repeated = Arrays.stream(drawn.sequences()).filter(s -> period(s) < LENGTH).count();
        assertEquals(400, repeated, 60);
    }

    @Test
    void weightsOfAStepSumToOne() {
        double sum = 0;
        for (float weight : sampler(0.4, 1).draw(3, 16, LENGTH).weights()) {
            sum += weight;
        }
        assertEquals(1, sum, 1e-5);
    }

    private static int period(long[] sequence) {
        for (int period = 1; period < sequence.length; period++) {
            int shift = period;
            if (IntStream.range(shift, sequence.length)
                    .allMatch(i -> sequence[i] == sequence[i - shift])) {
                return period;
            }
        }
        return sequence.length;
    }

    private static boolean hasFalse(boolean[] values) {
        for (boolean value : values) {
            if (!value) {
                return true;
            }
        }
        return false;
    }
}
