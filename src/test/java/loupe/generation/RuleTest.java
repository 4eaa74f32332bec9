package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTest {

    /** Which of six tokens may come after these. */
    private static List<Integer> allowed(Rule rule, long... written) {
        double[] next = {-1, -1, -1, -1, -1, -1};
        rule.apply(written, next);
        return IntStream.range(0, next.length).filter(i -> next[i] > -9).boxed().toList();
    }

    @Test
    void aRunOfTokensDoesNotComeTwice() {
        Rule rule = new Rule.NoRepeat(2);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), allowed(rule, 1, 2, 3));
        assertEquals(List.of(0, 1, 4, 5), allowed(rule, 1, 2, 1, 3, 1));
        assertEquals(List.of(0, 1, 2, 3, 4, 5), allowed(new Rule.NoRepeat(3), 1, 2));
        assertEquals(List.of(0, 1, 2, 4, 5), allowed(new Rule.NoRepeat(3), 1, 2, 3, 1, 2));
        assertEquals(List.of(0, 4, 5), allowed(new Rule.NoRepeat(1), 1, 2, 3));
    }

    @Test
    void aBannedWordLacksItsLastTokenAfterTheOthers() {
        Rule rule = new Rule.Banned(List.of(List.of(5L), List.of(1L, 2L, 3L)));
        assertEquals(List.of(0, 1, 2, 3, 4), allowed(rule, 2));
        assertEquals(List.of(0, 1, 2, 4), allowed(rule, 0, 1, 2));
        assertEquals(List.of(0, 1, 2, 3, 4), allowed(rule, 0, 2, 2));
    }

    @Test
    void theEndWaitsForTheShortestText() {
        Rule rule = new Rule.NotBefore(3, 4);
        assertEquals(List.of(0, 1, 2, 3, 5), allowed(rule, 0, 1));
        assertEquals(List.of(0, 1, 2, 3, 4, 5), allowed(rule, 0, 1, 2));
    }

    @Test
    void aForcedTokenComesAloneAndForSure() {
        assertEquals(List.of(3), allowed(new Rule.Forced(2, 3), 0, 1));
        assertEquals(List.of(0, 1, 2, 3, 4, 5), allowed(new Rule.Forced(2, 3), 0));
        double[] next = {-1, -2};
        new Rule.Forced(1, 1).apply(new long[] {0}, next);
        assertEquals(0, next[1]);
    }

    @Test
    void rulesAboutNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rule.NoRepeat(0));
        assertThrows(
                IllegalArgumentException.class, () -> new Rule.Banned(List.of(List.<Long>of())));
    }
}
