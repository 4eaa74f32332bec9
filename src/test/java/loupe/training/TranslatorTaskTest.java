package loupe.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.generation.Search;
import loupe.model.Architecture;
import loupe.model.Marian;
import loupe.tensor.Torch;
import loupe.token.Token;
import loupe.token.Tokenizer;
import loupe.training.TranslationBatch.Example;
import loupe.vocabulary.TrainingAdvice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatorTaskTest {
    private static final int PAIRS = 400;
    private static final TranslatorPlan PLAN =
            new TranslatorPlan(
                    new Shape(600, 2, 2, 32, 64),
                    8,
                    new WarmCosine(5e-3, 0.1),
                    1,
                    Budget.ofSteps(12),
                    1);
    private static final TranslatorTask TASK = TranslatorTask.of(PLAN, PAIRS);

    @TempDir private Path folder;

    @Test
    void aStepHasPairsOfAboutTheSameLengthAndIsTheSameEveryTime() {
        List<Example> first = pairs(3);
        assertEquals(8, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(List.of(ids(first.get(i))), List.of(ids(pairs(3).get(i))));
        }
        TASK.draw(40, 0.5);
        assertEquals(ids(first.get(0)), ids(pairs(3).get(0)));
        int shortest = first.stream().mapToInt(pair -> pair.written().length).min().orElseThrow();
        int longest = first.stream().mapToInt(pair -> pair.written().length).max().orElseThrow();
        assertTrue(longest - shortest <= 12, shortest + " to " + longest);
    }

    private static List<Example> pairs(long step) {
        return ((TranslationBatch) TASK.draw(step, 0).get(0)).pairs();
    }

    private static List<Integer> ids(Example pair) {
        List<Integer> ids = new ArrayList<>();
        for (int id : pair.read()) {
            ids.add(id);
        }
        return ids;
    }

    @Test
    void paddingChangesNothing() {
        List<Example> pairs = List.of(pairs(0).get(0), longest());
        assertTrue(pairs.get(1).written().length > pairs.get(0).written().length);
        try (Learner learner = new Learner(TASK::start)) {
            double apart = loss(learner, pairs.subList(0, 1)) + loss(learner, pairs.subList(1, 2));
            assertEquals(apart, loss(learner, pairs), 1e-3);
        }
    }

    private static Example longest() {
        Example longest = pairs(0).get(0);
        for (long step = 0; step < 16; step++) {
            Example other = pairs(step).get(0);
            longest = other.written().length > longest.written().length ? other : longest;
        }
        return longest;
    }

    private static double loss(Learner learner, List<Example> pairs) {
        TranslationBatch drawn = (TranslationBatch) TASK.draw(0, 0).get(0);
        TranslationBatch batch =
                new TranslationBatch(pairs, 1, drawn.padding(), drawn.architecture());
        try (NDManager scope = learner.manager().newSubManager()) {
            return batch.loss(learner.weights(scope), scope).getFloat();
        }
    }

    @Test
    void gradientsReachEveryParameter() {
        try (Learner learner = new Learner(TASK::start);
                NDManager scope = learner.manager().newSubManager()) {
            learner.slopes(TASK.draw(0, 0), scope)
                    .gradients()
                    .forEach(
                            (name, gradient) -> {
                                // a softmax does not change when all scores move together
                                boolean idle = name.endsWith("k_proj.bias");
                                assertTrue(idle || size(gradient) > 0, name);
                            });
            assertTrue(learner.parameters().containsKey("final_logits_bias"));
            assertTrue(
                    learner.parameters()
                            .containsKey("model.decoder.layers.1.encoder_attn.q_proj.bias"));
        }
    }

    private static float size(NDArray gradient) {
        return gradient.abs().sum().getFloat();
    }

    @Test
    void aStepInPartsIsTheSameStep() {
        TranslatorPlan parts =
                new TranslatorPlan(PLAN.shape(), PLAN.pairs(), PLAN.rate(), 3, PLAN.budget(), 1);
        try (Learner learner = new Learner(TASK::start);
                NDManager scope = learner.manager().newSubManager()) {
            double whole = learner.slopes(TASK.draw(0, 0), scope).loss();
            List<MicroBatch> three = TranslatorTask.of(parts, PAIRS).draw(0, 0);
            assertEquals(3, three.size());
            assertEquals(whole, learner.slopes(three, scope).loss(), 1e-4);
        }
    }

    @Test
    void aTextOfOnesOwnAndATightContextAreRefused() {
        Materials own = new Materials(folder, false, folder);
        Materials none = new Materials(folder, true, folder);
        assertEquals(
                "The translator learns from its own pairs of sentences. Leave --corpus out.",
                assertThrows(TrainingAdvice.class, () -> TranslatorTask.of(own, choices(64)))
                        .getMessage());
        assertEquals(
                "The translator's sentences need a --context of 24 at least.",
                assertThrows(TrainingAdvice.class, () -> TranslatorTask.of(none, choices(16)))
                        .getMessage());
    }

    private static Choices choices(int context) {
        Choices.Sizes sizes =
                new Choices.Sizes(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(context));
        return new Choices(sizes, Optional.empty(), 1, 1);
    }

    @Test
    void whatIsTrainedOpensAsAMarianThatWrites() throws Exception {
        new Trainer(TASK, folder, Duration.ofMinutes(1)).train(new Quiet(), () -> false);
        ModelFolder opened = ModelFolder.open(folder);
        try (NDManager scope = Torch.scope();
                WeightFile file = opened.weights();
                Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            Marian model =
                    (Marian)
                            Architecture.read("config.json", opened.config())
                                    .build(file.weights(scope));
            Search search = Search.read("config.json", opened.config());
            List<Token> tokens = tokenizer.encode("She sees the small elephant.");
            assertEquals(search.end(), tokens.get(tokens.size() - 1).id());
            assertEquals(600, model.anatomy().limits().vocabulary());
            assertTrue(Files.readString(folder.resolve("README.md")).contains("12 steps"));
        }
    }

    private static final class Quiet implements Progress {
        @Override
        public void standing(Standing standing) {}

        @Override
        public void remark(String remark) {}
    }
}
