package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files and configurations of models of two stacks may be like beside the fixtures. */
class EncoderDecoderTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("src/test/resources/golden");
    private static final long[] IDS = {44, 39, 76, 77, 2};

    /** A fixture's configuration and tensors, to be changed before a model is made of them. */
    private record Parts(NDManager scope, Map<String, Object> config, Map<String, NDArray> tensors)
            implements AutoCloseable {

        static Parts of(String name) throws Exception {
            ModelFolder folder = ModelFolder.open(GOLDEN.resolve(name));
            NDManager scope = Torch.scope();
            try (WeightFile file = folder.weights()) {
                return new Parts(
                        scope, new HashMap<>(folder.config()), new TreeMap<>(file.copies(scope)));
            }
        }

        Model model() {
            return Architecture.read("c", config).build(Weights.of("w", tensors));
        }

        void rename(String from, String to) {
            tensors.put(to, tensors.remove(from));
        }

        @Override
        public void close() {
            scope.close();
        }
    }

    private static NDArray run(Model model, NDManager run, String place) {
        Trace trace = Trace.of(Set.of(place));
        model.run(Batch.of(run, IDS).withDecoder(Batch.of(run, 2, 48, 68)), trace);
        return trace.get(place);
    }

    private static boolean same(NDArray a, NDArray b) {
        return a.allClose(b, 1e-6, 1e-6, false);
    }

    @ParameterizedTest
    @CsvSource({
        "bart-generation, model.shared.weight, model.encoder.embed_tokens.weight",
        "bart-generation, model.shared.weight, model.decoder.embed_tokens.weight",
        "t5-relu-tied, shared.weight, encoder.embed_tokens.weight",
        "t5-relu-tied, shared.weight, decoder.embed_tokens.weight"
    })
    void aSharedTableIsFoundUnderAnyOfItsNames(String name, String usual, String other)
            throws Exception {
        try (Parts parts = Parts.of(name)) {
            NDArray before = run(parts.model(), parts.scope(), "logits");
            parts.rename(usual, other);
            assertTrue(same(before, run(parts.model(), parts.scope(), "logits")));
        }
    }

    @Test
    void aBareBartHasNoPrefixAndNoBiasOnItsWords() throws Exception {
        try (Parts parts = Parts.of("bart-generation")) {
            NDArray before = run(parts.model(), parts.scope(), "logits"); // (1, T, V)
            NDArray bias = parts.tensors().remove("final_logits_bias"); // (1, V)
            for (String key : Set.copyOf(parts.tensors().keySet())) {
                parts.rename(key, key.substring("model.".length()));
            }
            parts.config().put("architectures", List.of("BartModel"));
            NDArray found = run(parts.model(), parts.scope(), "logits");
            assertTrue(before.sub(bias).allClose(found, 1e-5, 1e-5, false));
        }
    }

    @Test
    void aTranslatorMayHaveATableForEachLanguage() throws Exception {
        try (Parts parts = Parts.of("marian-all-names")) {
            NDArray before = run(parts.model(), parts.scope(), "logits"); // (1, T, V)
            parts.tensors().remove("model.shared.weight");
            NDArray written = parts.tensors().get("model.decoder.embed_tokens.weight"); // (V, D)
            parts.tensors().put("model.decoder.embed_tokens.weight", written.get(":90"));
            NDArray bias = parts.tensors().get("final_logits_bias"); // (1, V)
            parts.tensors().put("final_logits_bias", bias.get(":, :90"));
            parts.config().put("share_encoder_decoder_embeddings", false);
            parts.config().put("decoder_vocab_size", 90);
            NDArray found = run(parts.model(), parts.scope(), "logits"); // (1, T, 90)
            assertTrue(same(before.get(":, :, :90"), found));
        }
    }

    @Test
    void aHeadOfItsOwnIsNotScaled() throws Exception {
        try (Parts parts = Parts.of("t5-relu-tied")) {
            NDArray hidden = run(parts.model(), parts.scope(), "decoder.hidden.3"); // (1, T, D)
            NDArray head =
                    parts.scope()
                            .randomNormal(0, 1, new Shape(100, 20), DataType.FLOAT32); // (V, D)
            parts.tensors().put("lm_head.weight", head);
            parts.config().put("tie_word_embeddings", false);
            NDArray found = run(parts.model(), parts.scope(), "logits"); // (1, T, V)
            assertTrue(hidden.matMul(head.transpose()).allClose(found, 1e-4, 1e-5, false));
        }
    }

    @Test
    void biasesOfOldFilesForCrossAttentionChangeNothing() throws Exception {
        try (Parts parts = Parts.of("t5-relu-tied")) {
            NDArray before = run(parts.model(), parts.scope(), "logits");
            parts.tensors()
                    .remove(
                            "decoder.block.0.layer.1.EncDecAttention.relative_attention_bias.weight");
            assertTrue(same(before, run(parts.model(), parts.scope(), "logits")));
        }
    }

    @Test
    void aBartThatIsGivenNoSecondTextReadsTheFirstAgain() throws Exception {
        try (Parts parts = Parts.of("bart-generation");
                NDManager run = Torch.scope()) {
            Trace alone = Trace.of(Set.of("logits"));
            parts.model().run(Batch.of(run, IDS), alone);
            Trace both = Trace.of(Set.of("logits"));
            Batch again = Batch.of(run, 2, 44, 39, 76, 77);
            parts.model().run(Batch.of(run, IDS).withDecoder(again), both);
            assertTrue(same(both.get("logits"), alone.get("logits")));
        }
    }

    @Test
    void anotherModelMustBeGivenTwoTexts() throws Exception {
        try (Parts parts = Parts.of("t5-relu-tied");
                NDManager run = Torch.scope()) {
            Model model = parts.model();
            assertEquals(
                    "no decoder ids",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> model.run(Batch.of(run, IDS), Trace.nothing()))
                            .getMessage());
        }
    }

    @Test
    void aClassifierNeedsTheEndOfTheText() throws Exception {
        Path shared =
                Path.of(System.getProperty("loupe.home")).resolve("../shared/golden/bart-seqcls");
        try (Parts parts = Parts.of(shared.toAbsolutePath().toString());
                NDManager run = Torch.scope()) {
            Model model = parts.model();
            assertTrue(model.wordHead().isEmpty());
            assertEquals(
                    "a text has no end token, 2",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () ->
                                            model.run(
                                                    Batch.of(run, 5, 6),
                                                    Trace.of(Set.of("logits"))))
                            .getMessage());
        }
    }

    @Test
    void aTextLongerThanTheTableOfPositionsIsOurMistakeAndT5HasNone() throws Exception {
        try (Parts bart = Parts.of("bart-generation");
                Parts t5 = Parts.of("t5-relu-tied");
                NDManager run = Torch.scope()) {
            Batch batch = Batch.of(run, new long[40]).withDecoder(Batch.of(run, new long[40]));
            assertThrows(
                    IllegalArgumentException.class, () -> bart.model().run(batch, Trace.nothing()));
            t5.model().run(batch, Trace.nothing());
        }
    }

    @Test
    void embeddingsThatWereGivenAreStillThereAfterTheRun() throws Exception {
        try (Parts parts = Parts.of("t5-relu-tied");
                NDManager run = Torch.scope()) {
            Model model = parts.model();
            NDArray embeddings = model.embeddings(run.create(IDS).expandDims(0)); // (1, S, D)
            Batch batch = Batch.ofEmbeddings(embeddings).withDecoder(Batch.of(run, 0, 5));
            model.run(batch, Trace.nothing());
            assertFalse(embeddings.isReleased());
            assertEquals(new Shape(1, 5, 20), embeddings.getShape());
        }
    }

    @Test
    void aHeadNobodyAskedForIsNotComputed() throws Exception {
        try (Parts parts = Parts.of("marian-all-names");
                NDManager run = Torch.scope()) {
            parts.tensors().remove("lm_head.weight"); // it is tied, and no word is missed
            Trace trace = Trace.of(Set.of("cross.attn.1"));
            Batch batch = Batch.of(run, IDS).withDecoder(Batch.of(run, 99, 4));
            parts.model().run(batch, trace);
            assertEquals(Set.of("cross.attn.1"), trace.places());
            assertEquals(new Shape(1, 4, 2, 5), trace.get("cross.attn.1").getShape());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bart-generation|decoder_attention_heads|5|c: decoder_attention_heads is 5, wanted a"
                        + " divisor of d_model, which is 24.",
                "bart-generation|eos_token_id|-1|c: eos_token_id is -1, wanted a whole number, 0 or"
                        + " above.",
                "marian-all-names|decoder_vocab_size|90|c: decoder_vocab_size is 90, wanted"
                        + " vocab_size, which is 100.",
                "t5-relu-tied|feed_forward_proj|gated-spline|c: feed_forward_proj is gated-spline,"
                        + " wanted an activation function we know.",
                "t5-relu-tied|relative_attention_num_buckets|3|c: relative_attention_num_buckets is"
                        + " 3, wanted 4 at least.",
                "t5-relu-tied|relative_attention_max_distance|4|c: relative_attention_max_distance"
                        + " is 4, wanted more than 4."
            })
    void aSettingThatMakesNoSenseIsNamed(String name, String key, String value, String sentence)
            throws Exception {
        try (Parts parts = Parts.of(name)) {
            parts.config().put(key, value.matches("-?[0-9]+") ? Long.valueOf(value) : value);
            assertEquals(
                    sentence,
                    assertThrows(
                                    ConfigException.class,
                                    () -> Architecture.read("c", parts.config()))
                            .getMessage());
        }
    }

    @Test
    void aWeightThatIsMissingIsNamed() throws Exception {
        try (Parts parts = Parts.of("bart-generation")) {
            parts.tensors().remove("model.shared.weight");
            assertEquals(
                    "w: model.shared.weight is missing, wanted [100, 24].",
                    assertThrows(RuntimeException.class, parts::model).getMessage());
        }
    }
}
