package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads of the course's model, which its card names. */
class HeadsExperimentTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path GOLDEN = HOME.resolve("src/test/resources/golden");

    /** A tokenizer of a few words; all others are unknown. */
    private static final String WORDS =
            """
            {"version": "1.0", "added_tokens": [], "pre_tokenizer": {"type": "WhitespaceSplit"},
             "model": {"type": "WordLevel", "unk_token": "<unk>",
                       "vocab": {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "a": 4, "b": 5, "c": 6}}}
            """;

    private final ExecutorService thread = ModelThread.executor();
    private final HeadsExperiment experiment = new HeadsExperiment(new Lab(HOME));

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    /**
     * The head that has most of something, as the evaluation found, which counts in its own way.
     */
    private record Known(String name, double most) {

        static Known of(String column) throws IOException {
            List<List<String>> rows =
                    Files.readAllLines(HOME.resolve("assets/models/gpt/README.md")).stream()
                            .filter(line -> line.matches("\\| (layer|\\d+) \\| (head|\\d+) \\|.*"))
                            .map(
                                    line ->
                                            Arrays.stream(line.split("\\|"))
                                                    .map(String::strip)
                                                    .toList())
                            .toList();
            int at = rows.get(0).indexOf(column);
            return rows.stream()
                    .skip(1)
                    .map(row -> new Known("self " + row.get(1) + " " + row.get(2), number(row, at)))
                    .max(Comparator.comparingDouble(Known::most))
                    .orElseThrow();
        }

        private static double number(List<String> row, int at) {
            return Double.parseDouble(row.get(at));
        }
    }

    @Test
    void thePreviousTokenHeadOfTheCardIsFound() throws Exception {
        HeadsAnswer answer = run("The dog sitting in the car saw a man, and ran.");
        Known known = Known.of("token before");
        HeadsAnswer.Row best = best(answer, row -> row.sample().previous());
        assertEquals(known.name(), name(best));
        assertEquals(known.name(), name(best(answer, row -> row.text().previous())));
        assertEquals(known.most(), best.sample().previous(), 0.05);
    }

    @Test
    void theInductionHeadOfTheCardIsFound() throws Exception {
        Known known = Known.of("induction");
        HeadsAnswer.Row best = best(run("The dog ran"), HeadsAnswer.Row::induction);
        assertEquals(known.name(), name(best));
        assertEquals(known.most(), best.induction(), 0.03);
    }

    @Test
    void theHeadThatRestsOnTheFirstTokenIsThatOfTheCard() throws Exception {
        HeadsAnswer.Row best = best(run("The dog ran"), row -> row.sample().first());
        assertEquals(Known.of("first token").name(), name(best));
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
    void aModelOfTwoStacksHasRowsForItsThreeAttentions(@TempDir Path home) throws Exception {
        Path model = Files.createDirectories(home.resolve("assets/models/two"));
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve("bart-generation").resolve(file), model.resolve(file));
        }
        Files.writeString(model.resolve("tokenizer.json"), WORDS);
        HeadsExperiment two = new HeadsExperiment(new Lab(home));
        AttentionRequest request = AttentionRequest.of("course/two", "a b c").withTarget("b a");
        HeadsAnswer answer = thread.submit(() -> two.run(request, new Cancellation())).get();
        assertEquals(
                List.of("encoder", "decoder", "cross"),
                answer.rows().stream().map(HeadsAnswer.Row::kind).distinct().toList());
        HeadsAnswer.Row encoder = answer.rows().get(0);
        HeadsAnswer.Row cross = answer.rows().get(answer.rows().size() - 1);
        assertTrue(encoder.induction() > 0 && encoder.text().next() > 0);
        assertTrue(Double.isNaN(cross.induction()) && Double.isNaN(cross.text().previous()));
        assertTrue(cross.text().first() > 0);
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
