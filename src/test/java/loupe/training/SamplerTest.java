package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The text is 0, 1, 2, ...: in a plain window each token is one more than the token before. The
 * sentences are the same from 5,500 on.
 */
class SamplerTest {

    private static final int LENGTH = 64;
    private static final int[] TEXT = IntStream.range(0, 5_000).toArray();

    private static final int[] SENTENCES = IntStream.range(5_500, 5_900).toArray();

    private static Sequences draw(long step, int rows, double repeats, long seed) {
        return draw(step, rows, new Stage(1, 1, false, repeats, 0, 0), seed);
    }

    private static Sequences draw(long step, int rows, Stage stage, long seed) {
        Plan plan =
                new Plan(
                        new Shape(6_000, 1, 1, 8, LENGTH),
                        new Recipe(rows * LENGTH, 1e-3, 0.02, List.of(stage), 1),
                        Budget.ofSteps(10),
                        seed);
        return new Sampler(new Texts(TEXT, SENTENCES, TEXT, 1), -1, 5_999, plan).draw(step, 0.5);
    }

    @Test
    void theSameStepAndSeedGiveTheSameSequences() {
        assertTrue(
                Arrays.deepEquals(
                        draw(7, 16, 0.4, 1).sequences(), draw(7, 16, 0.4, 1).sequences()));
        assertFalse(
                Arrays.deepEquals(
                        draw(7, 16, 0.4, 1).sequences(), draw(8, 16, 0.4, 1).sequences()));
        assertFalse(
                Arrays.deepEquals(
                        draw(7, 16, 0.4, 1).sequences(), draw(7, 16, 0.4, 2).sequences()));
    }

    @Test
    void aPlainSequenceIsAWindowOfTheTextAndCountsWhole() {
        Sequences drawn = draw(1, 50, 0, 1);
        for (int row = 0; row < 50; row++) {
            long[] sequence = drawn.sequences()[row];
            assertEquals(sequence[0] + LENGTH, sequence[LENGTH]);
            assertFalse(hasFalse(drawn.counts()[row]));
        }
    }

    @Test
    void aRepeatedPieceIsSixToThirtyTwoTokensLongAndGoesToTheEnd() {
        Sequences drawn = draw(1, 200, 1, 1);
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
        Sequences drawn = draw(1, 400, 1, 1);
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
        Sequences drawn = draw(1, 1_000, 0.4, 1);
        long repeated = Arrays.stream(drawn.sequences()).filter(s -> period(s) < LENGTH).count();
        assertEquals(400, repeated, 60);
    }

    @Test
    void sentencesHaveTheirPartAndNoRepeatIsMadeOfThem() {
        Sequences drawn = draw(1, 1_000, new Stage(1, 1, false, 0.3, 0.2, 0), 1);
        long generated =
                Arrays.stream(drawn.sequences())
                        .filter(s -> s[0] >= 5_500 && s[1] == s[0] + 1)
                        .count();
        assertEquals(200, generated, 40);
    }

    @Test
    void weightsOfAStepSumToOne() {
        double sum = 0;
        for (float weight : draw(3, 16, 0.4, 1).weights()) {
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
