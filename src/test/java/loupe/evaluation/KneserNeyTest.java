package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KneserNeyTest {

    private static final int[] LEARNT =
            letters(
                    "the cat sat on the mat, and the dog sat on the log. the cat saw the dog. "
                                    .repeat(2)
                            + "a hat sat.");
    private static final int[] TOLD = letters("the dog saw the hat on a mat, zig zag.");

    private static int[] letters(String text) {
        return text.chars().toArray();
    }

    /**
     * In 0 1 0 1 2 of three tokens the pairs are 0 1 twice, 1 0 once and 1 2 once: n1 = 2, n2 = 1,
     * a discount of 1/2. Each token stands after one kind of token (0 after 1, 1 after 0, 2 after
     * 1): n1 = 3, n2 = 0, a discount of 1, so single tokens have equal shares, 1/3.
     */
    @Test
    void pairsHaveTheSharesWorkedOutByHand() {
        KneserNey model = new KneserNey(new int[] {0, 1, 0, 1, 2}, 2, 3);
        assertEquals((1.5 + 0.5 / 3) / 2, model.probability(new int[] {0, 1}, 1), 1e-12);
        assertEquals((0.5 / 3) / 2, model.probability(new int[] {0, 2}, 1), 1e-12);
        assertEquals((0.5 + 1.0 / 3) / 2, model.probability(new int[] {1, 2}, 1), 1e-12);
        assertEquals((1.0 / 3) / 2, model.probability(new int[] {1, 1}, 1), 1e-12);
        assertEquals(1.0 / 3, model.probability(new int[] {2, 0}, 1), 1e-12);
    }

    /** Losses from {@code kneser-ney/reference.py}, which follows the definition step by step. */
    @ParameterizedTest
    @CsvSource({
        "1, 2.937621204224941",
        "2, 2.032501483595972",
        "3, 1.8490243847037682",
        "5, 2.063841776110842"
    })
    void theLossIsTheReferences(int order, double loss) {
        assertEquals(loss, new KneserNey(LEARNT, order, 128).loss(TOLD), 1e-12);
    }

    @Test
    void allThatMayComeNextAddsUpToOne() {
        KneserNey model = new KneserNey(LEARNT, 5, 128);
        for (int place = 0; place < TOLD.length; place++) {
            int[] text = Arrays.copyOf(TOLD, place + 1);
            double sum = 0;
            for (int token = 0; token < 128; token++) {
                text[place] = token;
                sum += model.probability(text, place);
            }
            assertEquals(1, sum, 1e-12, "at " + place);
        }
    }
}
