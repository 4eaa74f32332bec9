package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import loupe.tensor.Grid;
import loupe.token.Token;
import org.junit.jupiter.api.Test;

/**
 * Attention written down by hand, over four tokens:
 *
 * <pre>
 *        [CLS]  Hello    ,   [SEP]
 *   [CLS]  1      .      .     .
 *   Hello  0.5    0.5    .     .
 *   ,      .      0.25   .     0.75
 *   [SEP]  0.25   0.25  0.25  0.25
 * </pre>
 */
class LooksTest {
    private static final double EXACT = 1e-7;

    private static final List<Token> TOKENS =
            List.of(
                    token("[CLS]", true),
                    token("Hello", false),
                    token(" ,", false),
                    token("[SEP]", true));

    private static final Grid PATTERN =
            Grid.of(
                    new int[] {4, 4},
                    1,
                    0,
                    0,
                    0,
                    0.5f,
                    0.5f,
                    0,
                    0,
                    0,
                    0.25f,
                    0,
                    0.75f,
                    0.25f,
                    0.25f,
                    0.25f,
                    0.25f);

    private static Token token(String text, boolean special) {
        return new Token(1, text, 0, 0, special, 1, 1, 0, 0, false);
    }

    private final Looks looks = Looks.of(PATTERN, TOKENS, true);

    @Test
    void theTokenBeforeIsAskedOfAllButTheFirst() {
        assertEquals((0.5 + 0.25 + 0.25) / 3, looks.previous(), EXACT);
    }

    @Test
    void theTokenAfterIsAskedOfAllButTheLast() {
        assertEquals((0 + 0 + 0.75) / 3, looks.next(), EXACT);
    }

    @Test
    void everyTokenMayLookAtItself() {
        assertEquals((1 + 0.5 + 0 + 0.25) / 4, looks.same(), EXACT);
    }

    @Test
    void theFirstTokenIsAskedOfTheOthersSinceItSeesItselfAnyway() {
        assertEquals((0.5 + 0 + 0.25) / 3, looks.first(), EXACT);
    }

    @Test
    void separatorsAreSpecialTokensOtherThanTheFirst() {
        assertEquals((0 + 0 + 0.75 + 0.25) / 4, looks.separators(), EXACT);
    }

    @Test
    void punctuationIsWhatHasNoLetterAndNoDigit() {
        assertEquals(0.25 / 4, looks.punctuation(), EXACT);
    }

    @Test
    void entropyIsInBits() {
        double skewed = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(2);
        assertEquals((0 + 1 + skewed + 2) / 4, looks.entropy(), 1e-6);
    }

    @Test
    void whatATextDoesNotHaveIsNothing() {
        Looks plain = Looks.of(Grid.of(new int[] {1, 1}, 1), TOKENS.subList(1, 2), true);
        assertEquals(Arrays.asList(null, null, 1.0, null, null, null, 0.0), plain.values());
    }

    @Test
    void acrossTwoTextsNothingStandsBeforeOrAfter() {
        Looks across = Looks.of(Grid.of(new int[] {1, 4}, 0.5f, 0, 0.5f, 0), TOKENS, false);
        assertEquals(Arrays.asList(null, null, null, 0.5, 0.0, 0.5, 1.0), across.values());
    }

    @Test
    void theMeanIsOverThoseThatHaveIt() {
        Looks plain = Looks.of(Grid.of(new int[] {1, 1}, 1), TOKENS.subList(1, 2), true);
        Looks mean = Looks.mean(List.of(looks, plain));
        assertEquals(looks.previous(), mean.previous(), EXACT);
        assertEquals((looks.same() + 1) / 2, mean.same(), EXACT);
    }

    @Test
    void inductionGoesToTheTokenAfterTheEarlierOccurrence() {
        Grid twice =
                Grid.of(
                        new int[] {4, 4},
                        1,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0.5f,
                        0.5f,
                        0,
                        0,
                        0,
                        0.75f,
                        0.25f);
        assertEquals((0.5 + 0.75) / 2, Induction.score(twice, 2), EXACT);
    }
}
