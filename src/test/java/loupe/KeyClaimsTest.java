package loupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loupe.experiment.AttentionAnswer;
import loupe.experiment.AttentionExperiment;
import loupe.experiment.AttentionRequest;
import loupe.experiment.Cancellation;
import loupe.experiment.Guess;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.experiment.Piece;
import loupe.experiment.VectorsAnswer;
import loupe.experiment.VectorsExperiment;
import loupe.tensor.Grid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number that the keys of the lessons cite, computed once more on the models that ship. */
class KeyClaimsTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final String BERT = "course/bert";
    private static final String PARTY = "I wanted to have a party";
    private static final String CAKE = "I bought a cake for it.";

    private static ExecutorService thread;
    private static Lab lab;

    @BeforeAll
    static void openTheLab() {
        thread = ModelThread.executor();
        lab = new Lab(HOME);
    }

    @AfterAll
    static void closeTheLab() {
        thread.shutdown();
    }

    @Test
    void theThirdKeysProbabilitiesOfPairsHold() throws Exception {
        says(
                "03-bert",
                "B goes on after A with %s for the pair in its order, with %s when the first"
                        + " sentence is turned word by word, and with %s for the pair turned"
                        + " sentence by sentence; with \"The whale swam away from the ship.\" as B"
                        + " it is %s.",
                follows(PARTY, CAKE),
                follows("party a have to wanted I", CAKE),
                follows("I bought a cake for it", "I went to a party at my neighbor's house"),
                follows(PARTY, "The whale swam away from the ship."));
    }

    @Test
    void theThirdKeysVectorsHold() throws Exception {
        VectorsAnswer other = vectors("I was going to a play in the park.");
        says(
                "03-bert",
                "the cosine similarity of *play* is %s after the last layer, that of *park* %s and"
                        + " that of *going* %s.",
                last(other, "play"),
                last(other, "park"),
                last(other, "going"));
        String same = "She was going to play in the garden.";
        says("03-bert", "\"" + same + "\", it is %s.", last(vectors(same), "play"));
    }

    @Test
    void theFourthKeysPronounLooksAtTheParty() throws Exception {
        AttentionAnswer answer = run(AttentionRequest.of(BERT, PARTY).withPair(CAKE));
        List<String> tokens = answer.tokens().stream().map(Piece::text).toList();
        Grid head = answer.grids().get("attn.3").slice(1);
        int it = tokens.indexOf("it");
        List<Integer> strongest =
                IntStream.range(0, tokens.size())
                        .boxed()
                        .sorted((a, b) -> Float.compare(head.get(it, b), head.get(it, a)))
                        .toList();
        assertEquals("party", tokens.get(strongest.get(0)));
        assertEquals("cake", tokens.get(strongest.get(1)));
        says(
                "04-many-heads",
                "head 1 gives %s from `it` to `party`, more than to any other token; next comes"
                        + " `cake` with %s.",
                two(head.get(it, strongest.get(0))),
                two(head.get(it, strongest.get(1))));
    }

    @Test
    void theSixthKeysTranslationsHold() throws Exception {
        AttentionAnswer answer = run(AttentionRequest.of("course/translator", ELEPHANT));
        assertEquals("Sie sieht den kleinen Elefanten.", written(answer));
        Grid head = answer.grids().get("cross.attn.2").slice(1);
        List<String> read = answer.tokens().stream().map(piece -> piece.text().strip()).toList();
        List<String> wrote = answer.target().stream().map(piece -> piece.text().strip()).toList();
        says(
                "06-two-languages",
                "the row of `den`, which is about to write `kleinen`, gives %s to `small`, and that"
                        + " of `kleinen` gives %s to `elephant`.",
                two(head.get(wrote.indexOf("den"), read.indexOf("small"))),
                two(head.get(wrote.indexOf("kleinen"), read.indexOf("elephant"))));
        String dog = "The dog does not see the cat.";
        says(
                "06-two-languages",
                "The model writes \"%s\"",
                written(run(AttentionRequest.of("course/translator", dog))));
    }

    @Test
    void theNumericQuestionsAreRight() throws Exception {
        AttentionAnswer.Attention only = run(AttentionRequest.of(BERT, PARTY)).stacks().get(0);
        assertTrue(lesson("04-many-heads").contains("value=" + only.layers() * only.heads() + " "));
    }

    private static final String ELEPHANT = "She sees the small elephant.";

    private static String written(AttentionAnswer answer) {
        return answer.target().stream()
                .filter(piece -> !piece.special() && piece.part() == 1)
                .map(Piece::text)
                .filter(text -> !text.startsWith("<"))
                .collect(Collectors.joining())
                .strip();
    }

    private static String follows(String first, String second) throws Exception {
        return two(
                run(AttentionRequest.of(BERT, first).withPair(second)).says().stream()
                        .filter(saying -> saying.about().equals("follows"))
                        .flatMap(saying -> saying.guesses().stream())
                        .filter(guess -> guess.text().equals("B goes on after A"))
                        .mapToDouble(Guess::probability)
                        .findFirst()
                        .orElseThrow());
    }

    private static VectorsAnswer vectors(String other) throws Exception {
        AttentionRequest first = AttentionRequest.of(BERT, "T was going to play at the park.");
        return onThread(() -> new VectorsExperiment(lab).run(first, other, new Cancellation()));
    }

    private static String last(VectorsAnswer answer, String word) {
        List<Double> cosine =
                answer.words().stream()
                        .filter(each -> each.text().equals(word))
                        .findFirst()
                        .orElseThrow()
                        .cosine();
        return two(cosine.get(cosine.size() - 1));
    }

    private static AttentionAnswer run(AttentionRequest request) throws Exception {
        return onThread(() -> new AttentionExperiment(lab).run(request, new Cancellation()));
    }

    private static <T> T onThread(Callable<T> work) throws Exception {
        return thread.submit(work).get();
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void says(String lesson, String claim, Object... numbers) throws Exception {
        String text = read(lesson, "key.md");
        String wanted = claim.formatted(numbers);
        assertTrue(text.contains(wanted), "the key says: " + wanted);
    }

    private static String lesson(String folder) throws Exception {
        return read(folder, "lesson.md");
    }

    private static String read(String folder, String file) throws Exception {
        return Files.readString(HOME.resolve("lessons").resolve(folder).resolve(file))
                .replaceAll("\\s+", " ");
    }
}
