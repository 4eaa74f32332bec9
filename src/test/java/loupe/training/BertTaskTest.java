package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Architecture;
import loupe.model.Model;
import loupe.tensor.Torch;
import loupe.token.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BertTaskTest {

    private static final Path TEXT =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/corpus/alice-in-wonderland.txt");

    /** Where an unbroken run left its model. */
    @TempDir private static Path unbroken;

    private static final List<Standing> STANDINGS = new ArrayList<>();

    @TempDir private Path folder;

    private static BertTask task(int parts) throws TrainingFailure {
        return BertTask.of(
                new BertPlan(
                        new Shape(600, 2, 2, 16, 32),
                        new BertRecipe(256, new WarmCosine(0.01, 0.1), 0.5, 0.4, 0.2),
                        Budget.ofSteps(30),
                        7,
                        parts),
                TEXT);
    }

    private static Progress telling(List<Standing> standings) {
        return new Progress() {
            @Override
            public void remark(String sentence) {}

            @Override
            public void standing(Standing standing) {
                standings.add(standing);
            }
        };
    }

    @BeforeAll
    static void trainWithoutABreak() throws TrainingFailure {
        new Trainer(task(1), unbroken).train(telling(STANDINGS), () -> false);
    }

    @Test
    void theLossBeginsWithThatOfGuessingAndFalls() {
        assertEquals(Math.log(600) + Math.log(2), STANDINGS.get(0).loss(), 0.4);
        assertTrue(STANDINGS.get(29).loss() < STANDINGS.get(0).loss() - 0.05);
    }

    @Test
    void theFolderHoldsAModelWithBothHeadsAndItsTokenizer() throws Exception {
        ModelFolder opened = ModelFolder.open(unbroken);
        try (NDManager scope = Torch.scope();
                WeightFile file = opened.weights();
                Tokenizer tokenizer = Tokenizer.ofFolder(unbroken)) {
            Model model =
                    Architecture.read("config.json", opened.config()).build(file.weights(scope));
            assertTrue(model.wordHead().isPresent());
            assertTrue(model.anatomy().places().contains("seq_relationship_logits"));
            assertTrue(file.names().contains("bert.encoder.layer.1.output.dense.weight"));
            assertTrue(file.names().contains("bert.encoder.layer.1.attention.self.key.bias"));
            assertTrue(file.names().contains("cls.predictions.bias"));
            assertEquals("[CLS]", tokenizer.encode("Alice ran.", "She ran.").get(0).text());
        }
        try (Stream<Path> files = Files.list(unbroken)) {
            assertEquals(
                    Set.of(
                            "README.md",
                            "config.json",
                            "model.safetensors",
                            "tokenizer.json",
                            "tokenizer_config.json",
                            "vocab.txt"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void aStoppedRunGoesOnAndEndsWithTheSameWeights() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Progress quiet = telling(new ArrayList<>());
        new Trainer(task(1), folder).train(quiet, () -> asked.incrementAndGet() > 11);
        new Trainer(task(1), folder).train(quiet, () -> false);
        assertArrayEquals(
                Files.readAllBytes(unbroken.resolve("model.safetensors")),
                Files.readAllBytes(folder.resolve("model.safetensors")));
    }

    /** Parts have other lengths, other numbers of hidden words and of pairs. */
    @Test
    void gradientsOfPartsAddUpToThatOfTheWholeStep() throws Exception {
        try (Learner learner = new Learner(task(1)::start);
                NDManager scope = learner.manager().newSubManager()) {
            Learner.Slopes one = learner.slopes(task(1).draw(3, 0.2), scope);
            Map<String, float[]> wanted = new LinkedHashMap<>();
            one.gradients().forEach((name, slope) -> wanted.put(name, slope.toFloatArray()));
            one.gradients().values().forEach(slope -> slope.muli(0));
            Learner.Slopes parts = learner.slopes(task(3).draw(3, 0.2), scope);
            assertEquals(3, task(3).draw(3, 0.2).size());
            assertEquals(one.loss(), parts.loss(), 1e-5);
            parts.gradients()
                    .forEach(
                            (name, slope) ->
                                    assertArrayEquals(
                                            wanted.get(name), slope.toFloatArray(), 1e-5f, name));
        }
    }
}
