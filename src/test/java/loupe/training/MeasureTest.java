package loupe.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loupe.model.Gpt2;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A model whose weights are all 0 knows nothing: every token is as likely, every head looks
 * everywhere.
 */
class MeasureTest {

    private static final int VOCABULARY = 300;
    private static final int CONTEXT = 16;
    private static final int[] TEXT = IntStream.range(0, 500).map(i -> i * 7 % 300).toArray();

    private static final Shape SHAPE = new Shape(VOCABULARY, 2, 2, 8, CONTEXT);

    private static NDManager scope;
    private static Gpt2 blank;

    @BeforeAll
    static void makeABlankModel() {
        scope = Torch.scope();
        Map<String, NDArray> parameters = GptTask.start(SHAPE, 1, scope);
        parameters.values().forEach(parameter -> parameter.muli(0));
        blank = new Gpt2(GptTask.config(SHAPE), Weights.of("blank", parameters));
    }

    @AfterAll
    static void close() {
        scope.close();
    }

    @Test
    void aModelThatKnowsNothingLosesTheLogarithmOfItsVocabulary() {
        double loss = new HeldOut(blank, scope).loss(TEXT);
        assertEquals(Math.log(VOCABULARY), loss, 1e-5);
    }

    @Test
    void headsThatLookEverywhereGiveEachTokenAnEqualShare() {
        List<HeadBehaviour> heads = new HeadStudy(blank, scope).measure(TEXT);
        assertEquals(4, heads.size());
        double share =
                IntStream.range(1, CONTEXT).mapToDouble(i -> 1.0 / (i + 1)).average().orElseThrow();
        double later =
                IntStream.range(CONTEXT / 2, CONTEXT)
                        .mapToDouble(i -> 1.0 / (i + 1))
                        .average()
                        .orElseThrow();
        for (HeadBehaviour head : heads) {
            assertEquals(share, head.previous(), 1e-6);
            assertEquals(share, head.same(), 1e-6);
            assertEquals(share, head.first(), 1e-6);
            assertEquals(later, head.induction(), 1e-6);
        }
        assertEquals(1, heads.get(3).layer());
        assertEquals(1, heads.get(3).head());
    }

    /** In 0 1 0 1 2 of three tokens: counts 2 2 1; after 0 twice 1; after 1 once 0, once 2. */
    @Test
    void countingGivesTheSharesWorkedOutByHand() {
        Baseline baseline = new Baseline(new int[] {0, 1, 0, 1, 2}, 3);
        double one = 3.0 / 8;
        assertEquals(-Math.log(one), baseline.unigramLoss(new int[] {0, 1}), 1e-12);
        double oneAfterZero = (2 - 0.75 + 0.75 * 1 * one) / 2;
        assertEquals(-Math.log(oneAfterZero), baseline.bigramLoss(new int[] {0, 1}), 1e-12);
        double oneAfterOne = (0.75 * 2 * one) / 2;
        assertEquals(-Math.log(oneAfterOne), baseline.bigramLoss(new int[] {1, 1}), 1e-12);
        double afterTwoNothingWasSeen = one;
        assertEquals(
                -Math.log(afterTwoNothingWasSeen), baseline.bigramLoss(new int[] {2, 1}), 1e-12);
    }
}
