package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A model whose weights are all 0 knows nothing: every token is as likely, every head looks
 * everywhere.
 */
class GptMeasuresTest {

    private static final int VOCABULARY = 300;
    private static final int CONTEXT = 16;
    private static final int[] TEXT = IntStream.range(0, 500).map(i -> i * 7 % 300).toArray();

    private static NDManager scope;
    private static Gpt2 blank;

    @BeforeAll
    static void makeABlankModel() {
        scope = Torch.scope();
        blank = new Gpt2(Gpt2Config.sized(VOCABULARY, CONTEXT, 8, 2, 2), Weights.of(new Nought()));
    }

    private record Nought() implements Weights.Source {

        @Override
        public String origin() {
            return "nought";
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            return scope.zeros(wanted);
        }
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
}
