package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The heads of the course's model, which its card names. */
class HeadsExperimentTest {
    private final ExecutorService thread = ModelThread.executor();
    private final HeadsExperiment experiment =
            new HeadsExperiment(new Lab(Path.of(System.getProperty("loupe.home"))));

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    @Test
    void theKnownPreviousTokenHeadIsFound() throws Exception {
        HeadsAnswer answer = run("The dog sitting in the car saw a man, and ran.");
        assertEquals("self 0 2", name(best(answer, row -> row.sample().previous())));
        assertEquals("self 0 2", name(best(answer, row -> row.text().previous())));
        assertTrue(best(answer, row -> row.sample().previous()).sample().previous() > 0.5);
    }

    @Test
    void theKnownInductionHeadIsFound() throws Exception {
        HeadsAnswer.Row best = best(run("The dog ran"), HeadsAnswer.Row::induction);
        assertEquals("self 1 1", name(best));
        assertEquals(0.87, best.induction(), 0.03);
    }

    @Test
    void aHeadThatRestsOnTheFirstTokenIsFound() throws Exception {
        HeadsAnswer.Row best = best(run("The dog ran"), row -> row.sample().first());
        assertEquals("self 1 3", name(best));
    }

    @Test
    void everyHeadHasARowInTheOrderOfTheModel() throws Exception {
        HeadsAnswer answer = run("The dog, the cat");
        assertEquals(16, answer.rows().size());
        assertEquals("self 0 0", name(answer.rows().get(0)));
        assertEquals("self 3 3", name(answer.rows().get(15)));
        assertTrue(answer.rows().get(0).text().punctuation() > 0);
        assertTrue(answer.sampleTokens() > 100);
    }

    @Test
    void anotherTextLeavesSampleAndInductionAsTheyAre() throws Exception {
        HeadsAnswer one = run("The dog ran");
        HeadsAnswer other = run("The cat sat on the mat.");
        for (int i = 0; i < 16; i++) {
            assertEquals(one.rows().get(i).sample(), other.rows().get(i).sample());
            assertEquals(one.rows().get(i).induction(), other.rows().get(i).induction());
        }
    }

    @Test
    void itStopsWhenThatIsWished() throws Exception {
        Cancellation wished = new Cancellation();
        wished.cancel();
        AttentionRequest request = request("The");
        ExecutionException stopped =
                assertThrows(
                        ExecutionException.class,
                        () -> thread.submit(() -> experiment.run(request, wished)).get());
        assertTrue(stopped.getCause() instanceof CancellationException);
    }

    private static HeadsAnswer.Row best(
            HeadsAnswer answer, ToDoubleFunction<HeadsAnswer.Row> measure) {
        List<HeadsAnswer.Row> rows = answer.rows();
        return rows.stream().max(Comparator.comparingDouble(measure)).orElseThrow();
    }

    private static String name(HeadsAnswer.Row row) {
        return row.kind() + " " + row.layer() + " " + row.head();
    }

    private static AttentionRequest request(String text) throws Advice {
        return AttentionRequest.of("course/gpt", text);
    }

    private HeadsAnswer run(String text) throws Exception {
        AttentionRequest request = request(text);
        return thread.submit(() -> experiment.run(request, new Cancellation())).get();
    }
}
