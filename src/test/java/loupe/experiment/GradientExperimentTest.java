package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the tiny GPT: two layers, two heads. */
class GradientExperimentTest {
    private static final String TINY =
            System.getProperty("loupe.home") + "/src/test/resources/models/tiny-gpt";
    private static final String TEXT = "The dog sat on the mat";
    private static final int HEAD = 1;

    private final Lab lab = new Lab(Path.of(System.getProperty("loupe.home")));
    private final ExecutorService thread = ModelThread.executor();

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    @Test
    void aScoreThatIsRaisedLowersTheLossByItsPush() throws Exception {
        GradientAnswer answer = run(TEXT, 0, HEAD);
        float step = 0.05f;
        for (int[] place : new int[][] {{2, 0}, {3, 1}, {4, 4}, {5, 2}}) {
            double more = lossWith(answer.attention(), place, step);
            double less = lossWith(answer.attention(), place, -step);
            double push = answer.push().get(place);
            assertEquals(push, (less - more) / (2 * step), 0.02 * Math.abs(push) + 2e-5);
            assertTrue(Math.abs(push) > 1e-6, "nothing to be measured");
        }
    }

    @Test
    void aRowOnlySharesOutAndTheFutureGetsNothing() throws Exception {
        GradientAnswer answer = run(TEXT, 1, 0);
        int tokens = answer.tokens().size();
        for (int from = 0; from < tokens; from++) {
            double sum = 0;
            for (int to = 0; to < tokens; to++) {
                sum += answer.push().get(from, to);
                if (to > from) {
                    assertEquals(0, Math.abs(answer.push().get(from, to)));
                }
            }
            assertEquals(0, sum, 1e-6);
        }
        assertEquals("next", answer.told());
    }

    @Test
    void aModelOfNextWordsNeedsTwoTokens() {
        assertRefused("One token has no next one to be guessed: write a few words more.", "The", 0);
    }

    @Test
    void aLayerThatIsNotThereIsNamed() {
        assertRefused(
                TINY + " has layers 0 to 1 with heads 0 to 1: there is no layer 2, head 0.",
                TEXT,
                2);
    }

    private void assertRefused(String sentence, String text, int layer) {
        Exception failure = assertThrows(ExecutionException.class, () -> run(text, layer, 0));
        assertEquals(sentence, failure.getCause().getMessage());
    }

    private GradientAnswer run(String text, int layer, int head) throws Exception {
        return onThread(
                () ->
                        new GradientExperiment(lab)
                                .run(
                                        GradientRequest.of(
                                                AttentionRequest.of(TINY, text), layer, head, ""),
                                        new Cancellation()));
    }

    /** The loss when one score of the head in layer 0 is higher by so much. */
    private double lossWith(Grid attention, int[] place, float more) throws Exception {
        return onThread(
                () -> {
                    OpenModel model = lab.open(TINY);
                    Inputs inputs =
                            AttentionInputs.of(
                                    model, AttentionRequest.of(TINY, TEXT), new Cancellation());
                    Right right = Right.of(model, inputs, Optional.empty());
                    try (NDManager run = Torch.scope()) {
                        NDArray all = everyHead(model, inputs, run); // (1, N, T, T)
                        float[] values = all.toFloatArray();
                        int tokens = attention.shape()[0];
                        raise(values, (HEAD * tokens + place[0]) * tokens, tokens, place[1], more);
                        NDArray changed = run.create(values, new Shape(all.getShape().getShape()));
                        return (double)
                                GradientExperiment.loss(
                                                model, inputs, right, run, "attn.0", changed)
                                        .getFloat();
                    }
                });
    }

    private static NDArray everyHead(OpenModel model, Inputs inputs, NDManager run) {
        Trace trace = Trace.of(Set.of("attn.0"));
        model.model().run(inputs.batch(run), trace);
        return trace.get("attn.0");
    }

    /** The softmax of a row whose scores are the logarithms of its weights, one of them more. */
    private static void raise(float[] values, int row, int tokens, int to, float more) {
        values[row + to] *= (float) Math.exp(more);
        double sum = 0;
        for (int i = 0; i < tokens; i++) {
            sum += values[row + i];
        }
        for (int i = 0; i < tokens; i++) {
            values[row + i] /= (float) sum;
        }
    }

    private <T> T onThread(Callable<T> work) throws Exception {
        return thread.submit(work).get();
    }
}
