package loupe;

import static loupe.Measured.two;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
import loupe.experiment.GradientAnswer;
import loupe.experiment.GradientExperiment;
import loupe.experiment.GradientRequest;
import loupe.experiment.Guess;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.experiment.Piece;
import loupe.experiment.VectorsAnswer;
import loupe.experiment.VectorsExperiment;
import loupe.experiment.WeightChoice;
import loupe.tensor.Grid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number that the keys of the lessons cite, computed once more on the models that ship. */
class KeyClaimsTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final String BERT = "course/bert";
    private static final String PARTY = "I wanted to have a party";
    private static final String CAT = "The cat sat on the mat";
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
    void theFirstKeysHeadsHold() throws Exception {
        AttentionAnswer bert = run(AttentionRequest.of(BERT, CAT));
        AttentionAnswer gpt = run(AttentionRequest.of("course/gpt", CAT));
        Measured.Found before = Measured.strongest(bert, -1);
        Measured.Found after = Measured.strongest(bert, 1);
        Measured.Found gptBefore = Measured.strongest(gpt, -1);
        says(
                "01-first-look",
                "On \""
                        + CAT
                        + "\", %s of `course/bert` gives %s on average to the token before"
                        + " and %s gives %s to the next one; in `course/gpt` %s gives %s to the"
                        + " token before.",
                before.named(),
                two(before.mean()),
                after.named(),
                two(after.mean()),
                gptBefore.named(),
                two(gptBefore.mean()));
    }

    @Test
    void theFirstKeysPiecesHold() throws Exception {
        List<Piece> pieces = run(AttentionRequest.of(BERT, "grandmother elephant")).tokens();
        assertEquals(
                List.of("[CLS]", "grand", "mo", "ther", "elephant", "[SEP]"),
                pieces.stream().map(Piece::text).toList());
        says(
                "01-first-look",
                "*grandmother* falls into `grand`, `##mo` and `##ther`, and *elephant* is one"
                        + " piece.");
    }

    @Test
    void theFifthKeysWeightsHold() throws Exception {
        AttentionAnswer trained = happy("trained");
        Measured.Found before = Measured.strongest(trained, -1);
        AttentionAnswer strange = happy("random-embeddings");
        assertEquals(10, trained.tokens().size());
        says(
                "05-without-training",
                "The pair has 10 tokens. In layer 1 the strongest line of all heads has %s as"
                        + " trained and %s with random weights; with the projections taken out a"
                        + " token gives %s to itself on average. The clearest head for the token"
                        + " before, %s, gives it %s as trained and %s with random embeddings.",
                two(Measured.strongestLine(trained, 1)),
                two(Measured.strongestLine(happy("random"), 1)),
                two(Measured.ofItself(happy("identity"), 1)),
                before.named(),
                two(before.mean()),
                two(Measured.mean(Measured.grid(strange, before.layer(), before.head()), -1)));
    }

    private static AttentionAnswer happy(String weights) throws Exception {
        return run(
                AttentionRequest.of(BERT, "I am happy")
                        .withPair("I am not sad")
                        .with(WeightChoice.of(weights, 0)));
    }

    @Test
    void theFifthKeysGradientHolds() throws Exception {
        says(
                "05-without-training",
                "In the experiment as written %s; with the trained weights %s.",
                largestPush("random-attention"),
                largestPush("trained"));
    }

    private static String largestPush(String weights) throws Exception {
        AttentionRequest request =
                AttentionRequest.of(BERT, "I was sad and now I am not [MASK].")
                        .with(WeightChoice.of(weights, 0));
        GradientAnswer answer =
                onThread(
                        () ->
                                new GradientExperiment(lab)
                                        .run(
                                                GradientRequest.of(request, 0, 0, "sad"),
                                                new Cancellation()));
        int length = answer.tokens().size();
        int at =
                IntStream.range(0, length * length)
                        .boxed()
                        .max(
                                Comparator.comparingDouble(
                                        i -> Math.abs(answer.push().get(i / length, i % length))))
                        .orElseThrow();
        return String.format(
                Locale.ROOT,
                "the largest number is %.3f, from `%s` to `%s`",
                answer.push().get(at / length, at % length),
                answer.tokens().get(at / length).text(),
                answer.tokens().get(at % length).text());
    }

    @Test
    void theFifthKeysSeparatorsHold() throws Exception {
        AttentionAnswer trained = happy("trained");
        Measured.Rest rest =
                Measured.heads(trained)
                        .map(at -> Measured.Rest.of(trained, at[0], at[1]))
                        .max(Comparator.comparingDouble(Measured.Rest::attention))
                        .orElseThrow();
        Measured.Rest random = Measured.Rest.of(happy("random"), rest.layer(), rest.head());
        says(
                "05-without-training",
                "Head %d of layer %d gives most to the separators: %s of its attention, and %s of"
                        + " the sizes; a value there is %s times as long as elsewhere. With random"
                        + " weights the three numbers are %s, %s and %s.",
                rest.head(),
                rest.layer(),
                two(rest.attention()),
                two(rest.size()),
                two(rest.there()),
                two(random.attention()),
                two(random.size()),
                two(random.there()));
    }

    @Test
    void theSeventhKeysClassesHold() throws Exception {
        says(
                "07-explanation",
                "The classifier says POSITIVE with %s to the sentence as written, with %s when"
                        + " *boring* is replaced by *good*, and with %s without *not*.",
                positive("The film was not boring at all."),
                positive("The film was not good at all."),
                positive("The film was boring at all."));
    }

    private static String positive(String review) throws Exception {
        return two(
                run(AttentionRequest.of("course/sentiment", review)).says().stream()
                        .flatMap(saying -> saying.guesses().stream())
                        .filter(guess -> guess.text().equals("POSITIVE"))
                        .mapToDouble(Guess::probability)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void theSecondKeysHeadsHold() throws Exception {
        AttentionAnswer alone = run(AttentionRequest.of("course/gpt", "The dog ran"));
        AttentionAnswer longer = run(AttentionRequest.of("course/gpt", "The dog ran to the park."));
        for (int[] cell : new int[][] {{0, 0, 1}, {2, 3, 0}}) {
            assertEquals(
                    Measured.grid(alone, cell[0], cell[1]).get(2, cell[2]),
                    Measured.grid(longer, cell[0], cell[1]).get(2, cell[2]),
                    1e-5);
        }
        says(
                "02-attention-in-gpt",
                "head 0 of layer 0 gives %s from `·ran` to `·dog`, head 3 of layer 2 gives %s from"
                        + " `·ran` to `The`",
                two(Measured.grid(alone, 0, 0).get(2, 1)),
                two(Measured.grid(alone, 2, 3).get(2, 0)));
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
        int it = tokens.indexOf("it");
        int party = tokens.indexOf("party");
        int[] best =
                Measured.heads(answer)
                        .max(
                                Comparator.comparingDouble(
                                        at -> Measured.grid(answer, at[0], at[1]).get(it, party)))
                        .orElseThrow();
        Grid head = Measured.grid(answer, best[0], best[1]);
        List<Integer> strongest =
                IntStream.range(0, tokens.size())
                        .boxed()
                        .sorted((a, b) -> Float.compare(head.get(it, b), head.get(it, a)))
                        .toList();
        assertEquals("party", tokens.get(strongest.get(0)));
        says(
                "04-many-heads",
                "head %d of layer %d gives %s from `it` to `party`, more than any other head and"
                        + " more than to any other token; next comes `%s` with %s.",
                best[1],
                best[0],
                two(head.get(it, strongest.get(0))),
                tokens.get(strongest.get(1)),
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
    void anUncasedModelGivesBothFormsOfAWordOneId() throws Exception {
        List<Piece> pieces =
                run(AttentionRequest.of(BERT, "Will Mark will the house to May?")).tokens();
        List<Long> will =
                pieces.stream()
                        .filter(piece -> piece.text().equalsIgnoreCase("will"))
                        .map(Piece::id)
                        .toList();
        assertEquals(2, will.size());
        assertEquals(will.get(0), will.get(1));
    }

    @Test
    void theSameWordTwiceHasTheSameVector() throws Exception {
        VectorsAnswer same =
                onThread(
                        () ->
                                new VectorsExperiment(lab)
                                        .run(
                                                AttentionRequest.of(BERT, "play"),
                                                "play",
                                                new Cancellation()));
        assertEquals("1.00", last(same, "play"));
        assertTrue(lesson("03-bert").contains("{#same-at-start points=1 tolerance=0.011 value=1 "));
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
