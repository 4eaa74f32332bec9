package loupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import loupe.experiment.AttentionAnswer;
import loupe.experiment.AttentionExperiment;
import loupe.experiment.AttentionRequest;
import loupe.experiment.Cancellation;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.tensor.Grid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every number the lessons state about the course model, computed once more on the model that
 * ships.
 */
class LessonClaimsTest {

    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final String PHRASE = "The dog sitting in the car";
    private static final String STOP =
            "Jaime Salazar is running for election. Despite his party affiliation, Mr.";

    private static ExecutorService model;
    private static Lab lab;
    private static String lesson;

    @BeforeAll
    static void openTheLab() throws IOException {
        model = ModelThread.executor();
        lab = new Lab(HOME);
        lesson = Files.readString(HOME.resolve("lessons/02-attention-in-gpt/lesson.md"));
    }

    @AfterAll
    static void closeTheLab() {
        model.shutdown();
    }

    private static AttentionAnswer run(String text) throws Exception {
        return model.submit(
                        () ->
                                new AttentionExperiment(lab)
                                        .run(
                                                AttentionRequest.of("course/gpt", text),
                                                new Cancellation()))
                .get();
    }

    private static void says(String claim) {
        String text = lesson.replaceAll("\\s+", " ");
        assertTrue(text.contains(claim), "the lesson says: " + claim);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static List<String> pieces(AttentionAnswer answer) {
        return answer.tokens().stream().map(token -> token.text()).toList();
    }

    @Test
    void dogIsTwoPieces() throws Exception {
        assertEquals(List.of("The", " do", "g", " ran"), pieces(run("The dog ran")));
        says("`·do` and `g`");
    }

    @Test
    void layer0Head2LooksAtTheTokenBefore() throws Exception {
        AttentionAnswer answer = run(PHRASE);
        Grid attention = answer.grids().get("attn.0");
        int last = answer.tokens().size() - 1;
        for (int query = 1; query <= last; query++) {
            int from = query;
            int strongest =
                    IntStream.rangeClosed(0, query)
                            .boxed()
                            .max(
                                    (a, b) ->
                                            Float.compare(
                                                    attention.get(2, from, a),
                                                    attention.get(2, from, b)))
                            .orElseThrow();
            assertEquals(query - 1, strongest, "token " + query);
        }
        assertEquals(List.of(" the", " car"), pieces(answer).subList(last - 1, last + 1));
        says("`·car` gives " + two(attention.get(2, last, last - 1)) + " to `·the`");
    }

    @Test
    void layer1Head3RestsOnTheFirstToken() throws Exception {
        AttentionAnswer answer = run(PHRASE);
        Grid attention = answer.grids().get("attn.1");
        double least =
                IntStream.range(0, answer.tokens().size())
                        .mapToDouble(query -> attention.get(3, query, 0))
                        .min()
                        .orElseThrow();
        says("every token gives " + two(Math.floor(least * 100) / 100) + " or more to the first");
    }

    @Test
    void afterCarItExpectsACarriage() throws Exception {
        var first = run(PHRASE).next().get(0);
        assertEquals("riage", first.text());
        says("it gives " + two(first.probability()) + " to `riage`");
    }

    @Test
    void afterMisterItExpectsANameFromItsNovels() throws Exception {
        var first = run(STOP).next().get(0);
        assertEquals(" Fogg", first.text());
        says("it gives " + two(first.probability()) + " to `·Fogg`");
    }
}
