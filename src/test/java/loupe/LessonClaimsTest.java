package loupe;

import static loupe.Measured.two;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
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

    private static final String LIST = "At the store, she bought apples, oranges, bananas,";

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

    private static List<String> pieces(AttentionAnswer answer) {
        return answer.tokens().stream().map(token -> token.text()).toList();
    }

    /** The head's row of that token, and never one of a head that the lesson does not link to. */
    private static Grid head(AttentionAnswer answer, String experiment, int layer, int head) {
        says("[layer %d, head %d](#%s?layer=%1$d&head=%2$d)".formatted(layer, head, experiment));
        return Measured.grid(answer, layer, head);
    }

    private static int last(AttentionAnswer answer) {
        return answer.tokens().size() - 1;
    }

    /** Cut down, so that "or more" is true of it. */
    private static String atLeast(double value) {
        return two(Math.floor(value * 100) / 100) + " or more";
    }

    @Test
    void dogIsOnePieceAndSalazarIsFour() throws Exception {
        assertEquals(List.of("The", " dog", " ran"), pieces(run("The dog ran")));
        assertEquals(List.of(" S", "al", "az", "ar"), pieces(run(STOP)).subList(3, 7));
        says(
                "`·dog` is one piece here, while the name *Salazar* is four, `·S`, `al`, `az` and"
                        + " `ar`");
    }

    @Test
    void theCellComputesTheWeightsOfThePicture() throws Exception {
        AttentionAnswer answer = run("The dog ran");
        Grid queries = answer.grids().get("q.0").slice(2);
        Grid keys = answer.grids().get("k.0").slice(2);
        int size = queries.shape()[1];
        String scores =
                IntStream.range(0, 3)
                        .mapToObj(
                                key ->
                                        IntStream.range(0, size)
                                                        .mapToDouble(
                                                                i ->
                                                                        queries.get(2, i)
                                                                                * keys.get(key, i))
                                                        .sum()
                                                / Math.sqrt(size))
                        .map(score -> String.format(Locale.ROOT, "%.3f", score))
                        .collect(Collectors.joining(", "));
        says("double[] scores = {" + scores + "};");
        Grid weights = Measured.grid(answer, 0, 2);
        assertEquals(
                IntStream.range(0, 3).mapToObj(key -> two(weights.get(2, key))).toList(),
                RunCells.printed(HOME.resolve("lessons"), "attention-in-gpt", "by-hand")
                        .lines()
                        .toList());
    }

    @Test
    void aPreviousTokenHeadLooksAtTheTokenBeforeButNotFromThe() throws Exception {
        AttentionAnswer answer = run(PHRASE);
        Grid attention = head(answer, "a-phrase", 0, 0);
        assertEquals(List.of(" dog", " sitting", " in", " the"), pieces(answer).subList(1, 5));
        double least =
                IntStream.rangeClosed(1, 3)
                        .mapToDouble(query -> attention.get(query, query - 1))
                        .min()
                        .orElseThrow();
        says(
                "`·dog`, `·sitting` and `·in` each give "
                        + atLeast(least)
                        + " to the token just before them");
        says(
                "`·the`: it gives "
                        + two(attention.get(4, 2))
                        + " to `·sitting`, one place further back");
    }

    @Test
    void aHeadRestsOnTheFirstToken() throws Exception {
        AttentionAnswer answer = run(PHRASE);
        Grid attention = head(answer, "a-phrase", 2, 3);
        double least =
                IntStream.rangeClosed(0, last(answer))
                        .mapToDouble(query -> attention.get(query, 0))
                        .min()
                        .orElseThrow();
        says("every token gives " + atLeast(least) + " to the first one");
    }

    @Test
    void afterCarItExpectsAFullStopOrAVerb() throws Exception {
        var next = run(PHRASE).next();
        assertEquals(List.of(".", " opened"), List.of(next.get(0).text(), next.get(1).text()));
        says("After `·car` it gives " + two(next.get(0).probability()) + " to a full stop");
        says("and " + two(next.get(1).probability()) + " to `·opened`");
    }

    @Test
    void afterTheLastCommaItExpectsAndAndTwoHeadsLookBackAtTheVerbAndTheList() throws Exception {
        AttentionAnswer answer = run(LIST);
        var first = answer.next().get(0);
        assertEquals(" and", first.text());
        says("the model gives " + two(first.probability()) + " to `·and`");
        Grid verb = head(answer, "a-list", 2, 0);
        double weight = verb.get(last(answer), pieces(answer).indexOf(" bought"));
        says("that comma gives " + two(weight) + " to `·bought`");
        Grid list = head(answer, "a-list", 2, 2);
        weight = list.get(last(answer), pieces(answer).indexOf(" or"));
        says("it gives " + two(weight) + " to `·or`");
    }

    @Test
    void afterMisterItExpectsTheNameAndAHeadLooksBackAtIt() throws Exception {
        AttentionAnswer answer = run(STOP);
        var first = answer.next().get(0);
        assertEquals(" S", first.text());
        says("It gives " + two(first.probability()) + " to `·S`");
        Grid attention = head(answer, "across-a-stop", 2, 3);
        int name = pieces(answer).indexOf(" S");
        double weight = attention.get(last(answer), name);
        says("the last position gives " + two(weight) + " to that very piece");
        for (int other = 0; other <= last(answer); other++) {
            assertTrue(other == name || attention.get(last(answer), other) < weight / 2);
        }
    }
}
