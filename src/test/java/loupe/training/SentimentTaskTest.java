package loupe.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.tensor.Torch;
import loupe.vocabulary.TrainingAdvice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTaskTest {

    private static final Path TEXT =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/corpus/alice-in-wonderland.txt");

    /** A BERT that has learnt nearly nothing. */
    @TempDir private static Path base;

    @TempDir private Path folder;

    @BeforeAll
    static void trainABert() throws TrainingFailure {
        BertPlan plan =
                new BertPlan(
                        new Shape(1_200, 1, 2, 32, 32),
                        new BertRecipe(64, new WarmCosine(0.01, 0.1), 0.5, 0.4, 0.2),
                        Budget.ofSteps(3),
                        7,
                        1);
        new Trainer(BertTask.of(plan, TEXT), base).train(quiet(new ArrayList<>()), () -> false);
    }

    private static Progress quiet(List<Double> losses) {
        return new Progress() {
            @Override
            public void remark(String sentence) {}

            @Override
            public void standing(Standing standing) {
                losses.add(standing.loss());
            }
        };
    }

    private static Choices choices(int parts) {
        return new Choices(Choices.Sizes.OPEN, Optional.of(Budget.ofSteps(25)), 3, parts);
    }

    @Test
    void itStartsFromTheBertWithANewHead() throws Exception {
        try (NDManager scope = Torch.scope();
                WeightFile file = ModelFolder.open(base).weights()) {
            Map<String, NDArray> start = SentimentTask.of(base, choices(1)).start(scope);
            String table = "bert.embeddings.word_embeddings.weight";
            NDArray learnt = file.weights(scope).get(table, 1_200, 32);
            assertEquals(learnt, start.get(table));
            assertTrue(start.containsKey("classifier.weight"));
            assertTrue(start.keySet().stream().noneMatch(name -> name.startsWith("cls.")));
        }
    }

    @Test
    void theLossBeginsWithThatOfGuessingAndTheModelHasBothClasses() throws Exception {
        List<Double> losses = new ArrayList<>();
        new Trainer(SentimentTask.of(base, choices(1)), folder).train(quiet(losses), () -> false);
        assertEquals(Math.log(2), losses.get(0), 0.05);
        ModelFolder opened = ModelFolder.open(folder);
        assertEquals(Map.of("0", "NEGATIVE", "1", "POSITIVE"), opened.config().get("id2label"));
        String config = Files.readString(folder.resolve("config.json"), UTF_8);
        assertTrue(config.contains("\"hidden_size\": 32,"), config);
        assertEquals(
                Files.readString(base.resolve("tokenizer.json"), UTF_8),
                Files.readString(folder.resolve("tokenizer.json"), UTF_8));
        try (NDManager scope = Torch.scope();
                WeightFile file = opened.weights()) {
            Model model =
                    Architecture.read("config.json", opened.config()).build(file.weights(scope));
            assertTrue(model.anatomy().places().contains("logits"));
        }
    }

    @Test
    void gradientsOfPartsAddUpToThatOfTheWholeStep() throws Exception {
        SentimentTask one = SentimentTask.of(base, choices(1));
        SentimentTask three = SentimentTask.of(base, choices(3));
        assertNotEquals(one.fingerprint(), three.fingerprint());
        try (Learner learner = new Learner(one::start);
                NDManager scope = learner.manager().newSubManager()) {
            Learner.Slopes whole = learner.slopes(one.draw(1, 0), scope);
            float wanted = whole.gradients().get("classifier.weight").abs().sum().getFloat();
            whole.gradients().values().forEach(slope -> slope.muli(0));
            Learner.Slopes parts = learner.slopes(three.draw(1, 0), scope);
            assertEquals(whole.loss(), parts.loss(), 1e-5);
            assertEquals(
                    wanted,
                    parts.gradients().get("classifier.weight").abs().sum().getFloat(),
                    1e-4);
        }
    }

    @Test
    void withoutABertItSaysWhichToTrain() {
        TrainingAdvice advice =
                assertThrows(TrainingAdvice.class, () -> SentimentTask.of(folder, choices(1)));
        assertEquals(
                "The sentiment model starts from a BERT, and there is none in \""
                        + folder
                        + "\". Train that first: installer/run train bert.",
                advice.getMessage());
    }

    @Test
    void whatTheBertDecidesCannotBeChosen() {
        Choices.Sizes sizes =
                new Choices.Sizes(
                        Optional.empty(),
                        Optional.of(3),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Choices wider = new Choices(sizes, Optional.empty(), 1, 1);
        TrainingAdvice advice =
                assertThrows(
                        TrainingAdvice.class,
                        () -> SentimentTask.of(new Materials(TEXT, true, base), wider));
        assertEquals(
                "The sentiment model has the sizes of the BERT it starts from. Leave --vocab, --layers,"
                        + " --heads, --width and --context out.",
                advice.getMessage());
    }

    @Test
    void aTextOfOnesOwnHasNoPlace() {
        TrainingAdvice advice =
                assertThrows(
                        TrainingAdvice.class,
                        () -> SentimentTask.of(new Materials(TEXT, false, base), choices(1)));
        assertEquals(
                "The sentiment model learns from its own reviews. Leave --corpus out.",
                advice.getMessage());
    }
}
