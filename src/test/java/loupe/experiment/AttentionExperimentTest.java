package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import loupe.tensor.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home with one course model, {@code course/tiny}: two layers, two heads, 24 tokens at most. */
class AttentionExperimentTest {
    private static final Path TINY =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/models/tiny-gpt");

    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/golden");

    @TempDir Path home;
    private Path model;
    private Lab lab;
    private ExecutorService thread;

    @BeforeEach
    void copyTheModel() throws Exception {
        model = Files.createDirectories(home.resolve("assets/models/tiny"));
        try (Stream<Path> files = Files.list(TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        lab = new Lab(home);
        thread = ModelThread.executor();
    }

    @AfterEach
    void stopTheThread() {
        thread.shutdownNow();
    }

    @Test
    void theAnswerHoldsTokensGuessesAndTheInsideOfEveryLayer() throws Exception {
        AttentionAnswer answer = run("course/tiny", "The dog ran 🙂");
        assertEquals("course/tiny", answer.model());
        assertEquals("CPU", answer.device());
        assertEquals(
                List.of("The", " dog", " ran", " ", "🙂", "🙂", "🙂", "🙂"),
                answer.tokens().stream().map(Piece::text).toList());
        double scale = 1 / Math.sqrt(8);
        assertEquals(
                List.of(
                        new AttentionAnswer.Attention(
                                "self",
                                "",
                                2,
                                2,
                                8,
                                List.of(scale, scale),
                                false,
                                true,
                                "text",
                                "text")),
                answer.stacks());
        assertEquals(
                List.of(
                        "attn.0",
                        "attn.1",
                        "q.0",
                        "q.1",
                        "k.0",
                        "k.1",
                        "v.0",
                        "v.1",
                        "value_norm.0",
                        "value_norm.1"),
                List.copyOf(answer.grids().keySet()));
        assertEquals(WeightChoice.TRAINED, answer.weights());
        assertEquals(List.of(), answer.target());
        int length = answer.tokens().size();
        assertArrayEquals(new int[] {2, length, length}, answer.grids().get("attn.1").shape());
        assertArrayEquals(new int[] {2, length, 8}, answer.grids().get("k.0").shape());
        assertArrayEquals(new int[] {2, length}, answer.grids().get("value_norm.0").shape());
    }

    @Test
    void everyAttentionRowIsADistributionThatLooksBackOnly() throws Exception {
        Grid attention = run("course/tiny", "The dog ran away").grids().get("attn.0");
        for (int head = 0; head < 2; head++) {
            for (int row = 0; row < attention.shape()[1]; row++) {
                double sum = 0;
                for (int column = 0; column < attention.shape()[2]; column++) {
                    float weight = attention.get(head, row, column);
                    sum += weight;
                    assertTrue(column <= row || weight == 0);
                }
                assertEquals(1, sum, 1e-5);
            }
        }
    }

    @Test
    void attentionIsTheSoftmaxOfScaledProducts() throws Exception {
        AttentionAnswer answer = run("course/tiny", "The dog ran");
        Grid q = answer.grids().get("q.1").slice(1);
        Grid k = answer.grids().get("k.1").slice(1);
        int last = answer.tokens().size() - 1;
        double[] weights = new double[last + 1];
        double sum = 0;
        for (int key = 0; key <= last; key++) {
            double dot = 0;
            for (int i = 0; i < answer.stacks().get(0).headSize(); i++) {
                dot += q.get(last, i) * k.get(key, i);
            }
            weights[key] = Math.exp(dot * answer.stacks().get(0).scale().get(1));
            sum += weights[key];
        }
        for (int key = 0; key <= last; key++) {
            assertEquals(weights[key] / sum, answer.grids().get("attn.1").get(1, last, key), 1e-5);
        }
    }

    @Test
    void theTenGuessesAreTheLikeliestFirst() throws Exception {
        List<Guess> next = run("course/tiny", "The").next();
        assertEquals(10, next.size());
        for (int i = 1; i < next.size(); i++) {
            assertTrue(next.get(i).probability() <= next.get(i - 1).probability());
        }
        assertTrue(next.get(0).probability() > 0 && next.get(0).probability() < 1);
    }

    @Test
    void aTextThatIsEmptyOrTooLongIsAdvice() {
        assertEquals(
                "The text is empty: write a few words and run it again.",
                advice("course/tiny", ""));
        assertEquals(
                "The text is empty: write a few words and run it again.",
                advice("course/tiny", " \n\t "));
        assertEquals(
                "The text has 40 tokens and course/tiny reads at most 24: shorten it.",
                advice("course/tiny", "x".repeat(40)));
        assertEquals(
                "The text has 200,001 characters, more than any model here reads: shorten it.",
                advice("course/tiny", "x".repeat(200_001)));
        assertEquals("No model is chosen: choose one.", advice(" ", "x"));
    }

    @Test
    void aTextThatFillsTheContextRuns() throws Exception {
        assertEquals(24, run("course/tiny", "x".repeat(24)).tokens().size());
    }

    @Test
    void aModelThatReadsBothWaysShowsItsAttentionAndGuessesNothing() throws Exception {
        Path golden = GOLDEN.resolve("bert-relative-key-query");
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(
                    golden.resolve(file), model.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        AttentionAnswer answer = run("course/tiny", "ABC");
        AttentionAnswer.Attention self = answer.stacks().get(0);
        assertFalse(self.causal());
        assertEquals(List.of(), answer.next());
        assertEquals(List.of(2, 4, 8), List.of(self.layers(), self.heads(), self.headSize()));
        assertTrue(answer.grids().get("attn.1").get(0, 0, 2) > 0);
        assertTrue(self.position());
        assertArrayEquals(new int[] {4, 3, 3}, answer.grids().get("position.1").shape());
    }

    @Test
    void otherWeightsAttendOtherwiseAndOneSeedAlwaysTheSame() throws Exception {
        AttentionRequest trained = AttentionRequest.of("course/tiny", "The dog ran");
        AttentionRequest random = trained.with(WeightChoice.of("random", 1));
        Grid first = run(random).grids().get("attn.1");
        assertArrayEquals(first.values(), run(random).grids().get("attn.1").values());
        assertFalse(Arrays.equals(first.values(), run(trained).grids().get("attn.1").values()));
        assertEquals(new WeightChoice("random", 1), run(random).weights());
    }

    @Test
    void aModelOfTwoStacksShowsItsThreeAttentionsOnWhatItIsGiven() throws Exception {
        becomeTranslator();
        AttentionAnswer answer = run(AttentionRequest.of("course/tiny", "a b c").withTarget("d e"));
        assertEquals(List.of("a", "b", "c"), texts(answer.tokens()));
        assertEquals(List.of("</s>", "d", "e"), texts(answer.target()));
        assertEquals(
                List.of(
                        "encoder encoder. false text text",
                        "decoder decoder. true target target",
                        "cross cross. false target text"),
                answer.stacks().stream()
                        .map(
                                s ->
                                        String.join(
                                                " ",
                                                s.kind(),
                                                s.prefix(),
                                                Boolean.toString(s.causal()),
                                                s.queries(),
                                                s.keys()))
                        .toList());
        assertArrayEquals(new int[] {3, 3}, answer.grids().get("cross.attn.0").slice(0).shape());
        assertFalse(answer.targetWritten());
        assertEquals(10, answer.next().size());
    }

    @Test
    void aTargetThatNobodyGaveIsWrittenByTheModel() throws Exception {
        becomeTranslator();
        AttentionAnswer answer = run(AttentionRequest.of("course/tiny", "a b c d"));
        assertTrue(answer.targetWritten());
        assertTrue(answer.target().get(0).special());
        assertTrue(answer.target().size() > 1 && answer.target().size() <= 20);
        int[] shape = answer.grids().get("cross.attn.0").shape();
        assertArrayEquals(new int[] {answer.target().size(), 4}, new int[] {shape[1], shape[2]});
    }

    @Test
    void aSecondTextForAModelThatTakesNoneIsAdvice() throws Exception {
        assertEquals(
                "course/tiny reads one text at a time: leave the second sentence empty.",
                advice(AttentionRequest.of("course/tiny", "x").withPair("y")));
        assertEquals(
                "course/tiny has no decoder: leave the target empty.",
                advice(AttentionRequest.of("course/tiny", "x").withTarget("y")));
    }

    /** The course model becomes a golden BART whose vocabulary is words of one letter. */
    private void becomeTranslator() throws Exception {
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(
                    GOLDEN.resolve("bart-generation").resolve(file),
                    model.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        JsonObject words = new JsonObject();
        List.of("<s>", "<pad>", "</s>", "<unk>", "a", "b", "c", "d", "e")
                .forEach(word -> words.addProperty(word, words.size()));
        JsonObject form = new JsonObject();
        form.addProperty("type", "WordLevel");
        form.add("vocab", words);
        form.addProperty("unk_token", "<unk>");
        JsonObject split = new JsonObject();
        split.addProperty("type", "WhitespaceSplit");
        JsonObject tokenizer = new JsonObject();
        tokenizer.addProperty("version", "1.0");
        tokenizer.add("added_tokens", new JsonArray());
        tokenizer.add("pre_tokenizer", split);
        tokenizer.add("model", form);
        Files.writeString(model.resolve("tokenizer.json"), tokenizer.toString());
    }

    private static List<String> texts(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).toList();
    }

    @Test
    void aModelThatIsMissingOrDamagedIsAdvice() throws Exception {
        assertEquals(
                "The model course/gpt is not on this computer; the models here are: course/tiny.",
                advice("course/gpt", "x"));
        Path tokenizer = model.resolve("tokenizer.json");
        Files.writeString(tokenizer, "{");
        assertEquals(
                tokenizer + " is not a tokenizer: its JSON is damaged.",
                advice("course/tiny", "x"));
        Files.delete(tokenizer);
        assertEquals(
                "There is no tokenizer in "
                        + model
                        + ": wanted tokenizer.json, vocab.txt, vocab.json with merges.txt,"
                        + " source.spm with vocab.json, or spiece.model.",
                advice("course/tiny", "x"));
        Path weights = model.resolve("model.safetensors");
        Files.copy(TINY.resolve("tokenizer.json"), tokenizer);
        Files.write(weights, new byte[3]);
        assertEquals(
                weights + ": the file has 3 bytes, wanted at least 8 for the length of the header.",
                advice("course/tiny", "x"));
        Files.delete(weights);
        assertEquals("model.safetensors is missing in " + model + ".", advice("course/tiny", "x"));
        Path config = model.resolve("config.json");
        Files.writeString(config, "{\"model_type\":\"llama\"}");
        assertEquals(
                config
                        + ": model_type is llama, which cannot be run; wanted gpt2, bert, distilbert, roberta, electra, albert, marian,"
                        + " bart, t5.",
                advice("course/tiny", "x"));
    }

    @Test
    void weightsThatLeadToNoNumbersAreAdvice() throws Exception {
        Path weights = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Arrays.fill(bytes, bytes.length - 64, bytes.length, (byte) 0xff); // ln_f.bias
        Files.write(weights, bytes);
        assertEquals(
                "The weights of course/tiny lead to no numbers (NaN): its file is damaged, or its"
                        + " training failed.",
                advice("course/tiny", "x"));
    }

    @Test
    void aModelThatWasTrainedAgainIsReadAgain() throws Exception {
        List<Guess> before = run("course/tiny", "The").next();
        Path weights = model.resolve("model.safetensors");
        Path other = home.resolve("other");
        byte[] bytes = Files.readAllBytes(weights);
        for (int i = bytes.length - 8 * 64; i < bytes.length; i += 4) {
            bytes[i + 3] ^= (byte) 0x80; // turns the sign of a float
        }
        Files.write(other, bytes);
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
        Files.move(other, weights, StandardCopyOption.REPLACE_EXISTING);
        assertTrue(!before.equals(run("course/tiny", "The").next()));
    }

    @Test
    void moreModelsThanAreKeptCanBeOpenedInTurn() throws Exception {
        for (int i = 0; i < 5; i++) {
            Path copy = Files.createDirectories(home.resolve("assets/models/m" + i));
            for (String file : List.of("config.json", "model.safetensors", "tokenizer.json")) {
                Files.copy(TINY.resolve(file), copy.resolve(file));
            }
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(1, run("course/m" + i % 5, "The").tokens().size());
        }
        assertEquals(6, lab.models().size());
    }

    @Test
    void aRunThatIsNotWantedAnyMoreDoesNotStart() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertInstanceOf(
                CancellationException.class,
                failure(
                        () ->
                                new AttentionExperiment(lab)
                                        .run(AttentionRequest.of("course/tiny", "x"), cancelled)));
    }

    @Test
    void anotherThreadIsTurnedAway() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> lab.warm("course/tiny"));
        assertEquals(
                "tensors belong to the thread 'model', this is '"
                        + Thread.currentThread().getName()
                        + "'",
                refusal.getMessage());
    }

    private AttentionAnswer run(AttentionRequest request) throws Exception {
        return thread.submit(() -> new AttentionExperiment(lab).run(request, new Cancellation()))
                .get();
    }

    private String advice(AttentionRequest request) {
        return assertInstanceOf(
                        Advice.class,
                        failure(
                                () ->
                                        new AttentionExperiment(lab)
                                                .run(request, new Cancellation())))
                .getMessage();
    }

    private AttentionAnswer run(String id, String text) throws Exception {
        return thread.submit(() -> runHere(id, text)).get();
    }

    private String advice(String id, String text) {
        return assertInstanceOf(Advice.class, failure(() -> runHere(id, text))).getMessage();
    }

    private AttentionAnswer runHere(String id, String text) throws Advice {
        return new AttentionExperiment(lab).run(AttentionRequest.of(id, text), new Cancellation());
    }

    private Throwable failure(Callable<?> work) {
        return assertThrows(ExecutionException.class, () -> thread.submit(work).get()).getCause();
    }
}
