package loupe.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.model.Trace;
import loupe.tensor.Torch;
import loupe.vocabulary.TrainingAdvice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    static final Path TEXT =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/corpus/alice-in-wonderland.txt");
    private static final List<Stage> STAGES =
            List.of(new Stage(0.5, 0.5, true, 0.4, 0.2, 0), new Stage(1, 1, false, 0.1, 0.2, 0.1));
    static final Plan PLAN =
            new Plan(
                    new Shape(400, 2, 2, 16, 32),
                    new Recipe(128, 0.01, 0.1, STAGES, 1),
                    Budget.ofSteps(40),
                    7);

    /** Where an unbroken run left its model. */
    @TempDir private static Path unbroken;

    private static final List<Standing> STANDINGS = new ArrayList<>();

    @TempDir private Path folder;

    @BeforeAll
    static void trainWithoutABreak() throws TrainingFailure {
        assertEquals(
                Outcome.FINISHED,
                new Trainer(task(PLAN), unbroken).train(telling(STANDINGS), () -> false));
    }

    static Task task(Plan plan) throws TrainingFailure {
        return GptTask.of(plan, TEXT);
    }

    private static Progress telling(List<Standing> standings) {
        return new Progress() {
            @Override
            public void remark(String sentence) {
                throw new AssertionError("nothing to remark: " + sentence);
            }

            @Override
            public void standing(Standing standing) {
                standings.add(standing);
            }
        };
    }

    private static Progress remarking(List<String> remarks) {
        return new Progress() {
            @Override
            public void remark(String sentence) {
                remarks.add(sentence);
            }

            @Override
            public void standing(Standing standing) {}
        };
    }

    @Test
    void everyStepIsToldAndTheLossFalls() {
        assertEquals(40, STANDINGS.size());
        assertEquals(1.0, STANDINGS.get(39).progress());
        assertEquals(Duration.ZERO, STANDINGS.get(39).left());
        assertTrue(STANDINGS.get(39).loss() < STANDINGS.get(0).loss() - 0.2);
    }

    @Test
    void theFolderHoldsAModelThatOpensAndATokenizerThatTheLibraryReads() throws Exception {
        ModelFolder opened = ModelFolder.open(unbroken);
        try (NDManager scope = Torch.scope();
                WeightFile file = opened.weights();
                HuggingFaceTokenizer tokenizer =
                        HuggingFaceTokenizer.newInstance(opened.tokenizerFile())) {
            Gpt2Config config = Gpt2Config.read("config.json", opened.config());
            Gpt2 model = new Gpt2(config, file.weights(scope));
            long[] ids = tokenizer.encode("Alice was beginning").getIds();
            NDArray logits = model.forward(Batch.of(scope, ids), Trace.nothing()); // (1, T, V)
            assertArrayEquals(new long[] {1, ids.length, 400}, logits.getShape().getShape());
            assertTrue(file.names().contains("wte.weight"));
            assertTrue(file.names().contains("h.1.attn.c_attn.weight"));
            assertTrue(file.names().stream().noneMatch(name -> name.contains("lm_head")));
        }
    }

    @Test
    void theFolderHoldsNothingElse() throws Exception {
        assertEquals(
                List.of(
                        "README.md",
                        "config.json",
                        "model.safetensors",
                        "tokenizer.json",
                        "tokenizer_config.json"),
                names(unbroken));
    }

    @Test
    void theCardNamesTextAndSettings() throws Exception {
        String card = Files.readString(unbroken.resolve("README.md"), UTF_8);
        assertTrue(card.contains("- Alice's Adventures in Wonderland by Lewis Carroll\n"), card);
        assertTrue(card.contains("| layers, heads a layer, width, context | 2, 2, 16, 32 |"), card);
        assertTrue(card.contains("| budget, seed | 40 steps, 7 |"), card);
        assertTrue(card.contains(" tokens of generated English sentences"), card);
    }

    @Test
    void aStoppedRunGoesOnAndEndsWithTheSameWeights() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertEquals(
                Outcome.STOPPED,
                new Trainer(task(PLAN), folder)
                        .train(telling(new ArrayList<>()), () -> asked.incrementAndGet() > 15));
        List<String> remarks = new ArrayList<>();
        assertEquals(
                Outcome.FINISHED,
                new Trainer(task(PLAN), folder).train(remarking(remarks), () -> false));
        assertEquals(List.of("Going on after step 15."), remarks);
        assertSameModel();
    }

    @Test
    void aKilledRunGoesOnAndEndsWithTheSameWeights() throws Exception {
        killAfter("step 12");
        long kept = names(folder).stream().filter(n -> n.endsWith(".safetensors")).count();
        assertTrue(kept == 2 || kept == 3, kept + ": two, and one that was still to be removed");
        List<String> remarks = new ArrayList<>();
        new Trainer(task(PLAN), folder).train(remarking(remarks), () -> false);
        assertTrue(remarks.get(0).matches("Going on after step (1\\d|20)\\."), remarks.toString());
        assertSameModel();
    }

    @Test
    void aRunInPartsEndsWithNearlyTheSameModelAndARunOfItsOwn() throws Exception {
        Plan inParts = new Plan(PLAN.shape(), PLAN.recipe().inParts(3), PLAN.budget(), PLAN.seed());
        List<Standing> standings = new ArrayList<>();
        new Trainer(task(inParts), folder).train(telling(standings), () -> false);
        assertEquals(STANDINGS.get(39).loss(), standings.get(39).loss(), 0.02);
        assertNotEquals(task(PLAN).fingerprint(), task(inParts).fingerprint());
    }

    @Test
    void aDamagedCheckpointIsPassedOverForTheOneBefore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        new Trainer(task(PLAN), folder, Duration.ZERO)
                .train(telling(new ArrayList<>()), () -> asked.incrementAndGet() > 15);
        Path newest = folder.resolve("step-000000015.safetensors");
        try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(newest) / 2);
        }
        List<String> remarks = new ArrayList<>();
        new Trainer(task(PLAN), folder).train(remarking(remarks), () -> false);
        assertTrue(
                remarks.get(0).startsWith("A checkpoint is damaged and is passed over: " + newest),
                remarks.toString());
        assertEquals("Going on after step 14.", remarks.get(1));
        assertSameModel();
    }

    @Test
    void anUnfinishedRunWithOtherSettingsIsNotTouched() throws Exception {
        new Trainer(task(PLAN), folder).train(remarking(new ArrayList<>()), () -> true);
        List<String> before = names(folder);
        Plan other = new Plan(PLAN.shape(), PLAN.recipe(), PLAN.budget(), 8);
        TrainingAdvice advice =
                assertThrows(
                        TrainingAdvice.class,
                        () ->
                                new Trainer(task(other), folder)
                                        .train(remarking(new ArrayList<>()), () -> false));
        assertEquals(
                "\""
                        + folder
                        + "\" holds an unfinished run with other settings or another text. Repeat those,"
                        + " name another folder with --output, or delete this one.",
                advice.getMessage());
        assertEquals(before, names(folder));
    }

    @Test
    void aRunWhoseLossIsNoNumberEndsWithASentence() {
        Plan wild =
                new Plan(
                        PLAN.shape(),
                        new Recipe(128, Double.POSITIVE_INFINITY, 0.1, STAGES, 1),
                        PLAN.budget(),
                        7);
        TrainingAdvice advice =
                assertThrows(
                        TrainingAdvice.class,
                        () ->
                                new Trainer(task(wild), folder)
                                        .train(remarking(new ArrayList<>()), () -> false));
        assertEquals(
                "After step 1 the loss is no number any more: this run leads nowhere. Delete its folder and"
                        + " try another --seed.",
                advice.getMessage());
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailureThatNamesIt() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        TrainingFailure failure =
                assertThrows(
                        TrainingFailure.class,
                        () ->
                                new Trainer(task(PLAN), file)
                                        .train(remarking(new ArrayList<>()), () -> false));
        assertEquals("\"" + file + "\" could not be read or written.", failure.getMessage());
    }

    private void killAfter(String line) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dloupe.home=" + System.getProperty("loupe.home"),
                                TrainingProcess.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            assertTrue(lines.lines().anyMatch(line::equals), "the run ended before " + line);
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue());
    }

    private void assertSameModel() throws Exception {
        assertArrayEquals(
                Files.readAllBytes(unbroken.resolve("model.safetensors")),
                Files.readAllBytes(folder.resolve("model.safetensors")));
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
