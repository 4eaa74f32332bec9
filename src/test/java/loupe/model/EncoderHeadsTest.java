package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import loupe.tensor.Activation;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import loupe.tensor.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which heads a file has, and those that no fixture holds: the body of a fixture gets a classifier
 * of drawn numbers.
 */
class EncoderHeadsTest {
    private static final int LABELS = 3;
    private static final int WIDTH = 32;

    /** A body with other weights and keys of the configuration beside its own. */
    private record Dressed(GoldenModel body, Map<String, Object> config, Map<String, NDArray> all)
            implements AutoCloseable {

        static Dressed open(String fixture, String made) throws Exception {
            GoldenModel body = GoldenModel.open(fixture);
            Map<String, Object> config = new HashMap<>(body.config());
            config.put("architectures", List.of(made));
            config.put("id2label", Map.of("0", "a", "1", "b", "2", "c"));
            return new Dressed(body, config, new HashMap<>(body.tensors()));
        }

        NDArray draw(String name, long... shape) {
            NDArray drawn = body.scope().randomNormal(0, 0.5f, new Shape(shape), DataType.FLOAT32);
            all.put(name, drawn);
            return drawn;
        }

        Trace run(NDManager run) {
            Model model = build();
            Trace trace = Trace.of(new HashSet<>(model.anatomy().places()));
            model.run(Batch.of(run.create(new long[][] {{7, 3, 11}, {5, 13, 2}})), trace);
            return trace;
        }

        Model build() {
            return Architecture.read("c", config).build(Weights.of("w", all));
        }

        @Override
        public void close() {
            body.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "distilbert-mlm, DistilBertForSequenceClassification, pre_classifier, classifier, RELU",
        "roberta-mlm, RobertaForSequenceClassification, classifier.dense, classifier.out_proj,"
                + " TANH",
        "electra-discriminator, ElectraForSequenceClassification, classifier.dense,"
                + " classifier.out_proj, GELU",
        "albert-pretraining, AlbertForSequenceClassification, albert.pooler, classifier, TANH",
        "bert-relative-key-query, BertForSequenceClassification, bert.pooler.dense, classifier,"
                + " TANH"
    })
    void aSequenceClassifierReadsTheFirstToken(
            String fixture, String made, String dense, String last, Activation activation)
            throws Exception {
        try (Dressed dressed = Dressed.open(fixture, made);
                NDManager run = Torch.scope()) {
            NDArray matrix = dressed.draw(dense + ".weight", WIDTH, WIDTH);
            NDArray bias = dressed.draw(dense + ".bias", WIDTH);
            NDArray classes = dressed.draw(last + ".weight", LABELS, WIDTH);
            NDArray lean = dressed.draw(last + ".bias", LABELS);
            Trace trace = dressed.run(run);
            int layers = dressed.body().stack().layers();
            NDArray first = trace.get("hidden." + layers).get(":, 0"); // (B, D)
            NDArray inner = activation.apply(first.matMul(matrix.transpose()).add(bias)); // (B, D)
            NDArray expected = inner.matMul(classes.transpose()).add(lean); // (B, labels)
            assertTrue(expected.allClose(trace.get("logits"), 1e-4, 1e-4, false));
        }
    }

    @Test
    void theHeadTheClassIsNamedForEndsInLogitsAndTheOthersAreThereToo() throws Exception {
        try (Dressed dressed = Dressed.open("bert-relative-key-query", "BertForMaskedLM");
                NDManager run = Torch.scope()) {
            NDArray matrix = dressed.draw("bert.pooler.dense.weight", WIDTH, WIDTH);
            NDArray bias = dressed.draw("bert.pooler.dense.bias", WIDTH);
            NDArray follows = dressed.draw("cls.seq_relationship.weight", 2, WIDTH);
            NDArray lean = dressed.draw("cls.seq_relationship.bias", 2);
            Trace masked = dressed.run(run);
            NDArray pooled =
                    masked.get("hidden.2")
                            .get(":, 0")
                            .matMul(matrix.transpose())
                            .add(bias)
                            .tanh(); // (B, D)
            assertTrue(pooled.allClose(masked.get("pooler_output"), 1e-5, 1e-5, false));
            NDArray next = pooled.matMul(follows.transpose()).add(lean); // (B, 2)
            assertTrue(next.allClose(masked.get("seq_relationship_logits"), 1e-5, 1e-5, false));
            dressed.config().put("architectures", List.of("BertForNextSentencePrediction"));
            Trace sentence = dressed.run(run);
            assertTrue(next.allClose(sentence.get("logits"), 1e-5, 1e-5, false));
            assertTrue(sentence.get("prediction_logits").contentEquals(masked.get("logits")));
            dressed.config().remove("architectures");
            assertTrue(
                    dressed.build()
                            .anatomy()
                            .places()
                            .containsAll(
                                    List.of(
                                            "prediction_logits",
                                            "pooler_output",
                                            "seq_relationship_logits")));
        }
    }

    @Test
    void wordsAreGuessedByTheWordHeadAsInTheWholeRun() throws Exception {
        try (GoldenModel golden = GoldenModel.open("roberta-mlm");
                NDManager run = Torch.scope()) {
            Trace trace = Trace.of(new HashSet<>(List.of("hidden.3", "logits")));
            golden.model().run(Batch.of(run, 7, 3, 11), trace);
            NDArray one = trace.get("hidden.3").get("0, 1"); // (D)
            NDArray logits = golden.model().wordHead().orElseThrow().logits(one); // (V)
            assertTrue(logits.allClose(trace.get("logits").get("0, 1"), 1e-5, 1e-5, false));
        }
        try (GoldenModel golden = GoldenModel.open("electra-discriminator")) {
            assertTrue(golden.model().wordHead().isEmpty());
        }
    }

    @Test
    void aHeadThatTheClassPromisesMustBeInTheFile() throws Exception {
        try (Dressed dressed = Dressed.open("distilbert-mlm", "DistilBertForMaskedLM")) {
            dressed.all().remove("vocab_transform.weight");
            assertEquals(
                    "w: vocab_transform.weight is missing, wanted [32, 32].",
                    assertThrows(WeightsException.class, dressed::build).getMessage());
            dressed.config().put("architectures", List.of("DistilBertModel"));
            assertFalse(dressed.build().anatomy().places().contains("logits"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bert-relative-key-query|architectures|BertForTokenClassification|c: architectures"
                        + " is BertForTokenClassification, which cannot be run; wanted BertModel,"
                        + " BertForPreTraining, BertForMaskedLM, BertForNextSentencePrediction,"
                        + " BertForSequenceClassification.",
                "bert-relative-key-query|position_embedding_type|rotary|c: position_embedding_type"
                        + " is rotary, wanted absolute or relative_key or relative_key_query.",
                "roberta-mlm|position_embedding_type|relative_key|c: position_embedding_type is"
                        + " relative_key, wanted absolute.",
                "roberta-mlm|is_decoder|true|c: is_decoder is true, wanted false.",
                "gpt2-prefixed-unusual|architectures|GPT2ForSequenceClassification|c:"
                        + " architectures is GPT2ForSequenceClassification, which cannot be run;"
                        + " wanted GPT2LMHeadModel, GPT2Model, GPT2DoubleHeadsModel.",
                "albert-pretraining|inner_group_num|2|c: inner_group_num is 2, wanted 1.",
                "distilbert-mlm|n_heads|5|c: n_heads is 5, wanted a divisor of dim, which is 32.",
                "roberta-mlm|pad_token_id|21|c: pad_token_id is 21, wanted less than"
                        + " max_position_embeddings - 1.",
                "albert-pretraining|num_hidden_groups|5|c: num_hidden_groups is 5, wanted at most"
                        + " num_hidden_layers, which is 4."
            })
    void whatCannotBeRunIsRefusedByName(String fixture, String key, String value, String sentence)
            throws Exception {
        try (Dressed dressed = Dressed.open(fixture, "")) {
            dressed.config().remove("architectures");
            Object found = value.matches("\\d+") ? Long.valueOf(value) : value;
            found = value.equals("true") ? Boolean.TRUE : found;
            dressed.config().put(key, key.equals("architectures") ? List.of(value) : found);
            assertEquals(
                    sentence, assertThrows(ConfigException.class, dressed::build).getMessage());
        }
    }

    @Test
    void aContextCountsOnlyThePositionsThatTokensCanHave() throws Exception {
        try (GoldenModel golden = GoldenModel.open("roberta-mlm");
                NDManager run = Torch.scope()) {
            assertEquals(20, golden.model().anatomy().limits().context());
            Batch tooLong = Batch.of(run, new long[21]);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> golden.model().run(tooLong, Trace.nothing()));
        }
    }
}
