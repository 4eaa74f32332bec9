package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the tiny GPT, which reads from left to right: two layers of width 16. */
class VectorsExperimentTest {
    private static final String TINY =
            System.getProperty("loupe.home") + "/src/test/resources/models/tiny-gpt";

    private final Lab lab = new Lab(Path.of(System.getProperty("loupe.home")));
    private final ExecutorService thread = ModelThread.executor();

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    @Test
    void aWordThatIsReadAfterTheSameWordsHasTheSameVectors() throws Exception {
        VectorsAnswer answer = run("The dog ran", "The dog sat");
        assertEquals(List.of("The", "dog"), texts(answer));
        for (VectorsAnswer.Word word : answer.words()) {
            for (int layer = 0; layer <= 2; layer++) {
                assertEquals(1, word.cosine().get(layer), 1e-6);
                assertEquals(0, word.distance().get(layer), 1e-3);
            }
        }
    }

    @Test
    void theNumbersAreThoseOfTheHiddenStates() throws Exception {
        VectorsAnswer.Word dog =
                run("The dog", "A big dog").words().stream()
                        .filter(word -> word.text().equals("dog"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of(1), dog.inFirst());
        Grid first = hidden("The dog");
        Grid second = hidden("A big dog");
        int there = dog.inSecond().get(0);
        double product = 0;
        double a = 0;
        double b = 0;
        double far = 0;
        for (int i = 0; i < first.shape()[2]; i++) {
            double x = first.get(0, 1, i);
            double y = second.get(0, there, i);
            product += x * y;
            a += x * x;
            b += y * y;
            far += (x - y) * (x - y);
        }
        assertEquals(product / Math.sqrt(a * b), dog.cosine().get(1), 1e-5);
        assertEquals(Math.sqrt(far), dog.distance().get(1), 1e-5);
        assertTrue(dog.cosine().get(1) < 0.9999);
    }

    @Test
    void aWordThatStandsTwiceIsAPairWithItsLike() throws Exception {
        VectorsAnswer answer = run("dog the dog", "the dog ran, the Dog sat");
        assertEquals(List.of("dog", "the", "dog"), texts(answer));
        VectorsAnswer.Word first = answer.words().get(0);
        VectorsAnswer.Word last = answer.words().get(2);
        assertTrue(first.inFirst().get(0) < last.inFirst().get(0));
        assertTrue(first.inSecond().get(0) < last.inSecond().get(0));
    }

    @Test
    void textsWithoutACommonWordAreRefused() {
        Exception failure = assertThrows(ExecutionException.class, () -> run("dog", "cat"));
        assertEquals(
                "The two texts have no word in common: write one that stands in both.",
                failure.getCause().getMessage());
    }

    private static List<String> texts(VectorsAnswer answer) {
        return answer.words().stream().map(VectorsAnswer.Word::text).toList();
    }

    private VectorsAnswer run(String first, String second) throws Exception {
        return onThread(
                () ->
                        new VectorsExperiment(lab)
                                .run(AttentionRequest.of(TINY, first), second, new Cancellation()));
    }

    private Grid hidden(String text) throws Exception {
        return onThread(
                () -> {
                    OpenModel model = lab.open(TINY);
                    Inputs inputs =
                            AttentionInputs.of(
                                    model, AttentionRequest.of(TINY, text), new Cancellation());
                    Trace trace = Trace.of(Set.of("hidden.1"));
                    try (NDManager run = Torch.scope()) {
                        model.model().run(inputs.batch(run), trace);
                        return trace.grid("hidden.1");
                    }
                });
    }

    private <T> T onThread(Callable<T> work) throws Exception {
        return thread.submit(work).get();
    }
}
