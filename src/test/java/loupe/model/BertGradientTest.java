package loupe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loupe.tensor.Torch;
import loupe.tensor.Weights;
import org.junit.jupiter.api.Test;

/** Both heads of a BERT, learnt through: words at two places, and whether a text follows. */
class BertGradientTest {
    private static final Architecture ARCHITECTURE =
            Architecture.read(
                    "config.json",
                    Map.of(
                            "model_type", "bert",
                            "architectures", List.of("BertForPreTraining"),
                            "vocab_size", 11,
                            "max_position_embeddings", 8,
                            "hidden_size", 8,
                            "intermediate_size", 12,
                            "num_hidden_layers", 2,
                            "num_attention_heads", 2));

    /** Draws what the model asks for, under the names of published files. */
    private record Drawn(NDManager scope, Map<String, NDArray> tensors) implements Weights.Source {

        @Override
        public String origin() {
            return "drawn";
        }

        @Override
        public Set<String> names() {
            return IntStream.range(0, 2)
                    .mapToObj("bert.encoder.layer.%d.attention.self.query.bias"::formatted)
                    .collect(Collectors.toSet());
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            NDArray tensor = scope.randomNormal(0, 0.3f, wanted, DataType.FLOAT32);
            tensors.put(name, tensor);
            return tensor;
        }
    }

    @Test
    void gradientsReachEveryParameterAndOneStepLowersTheLoss() {
        try (NDManager scope = Torch.scope()) {
            Map<String, NDArray> drawn = new LinkedHashMap<>();
            ARCHITECTURE.build(Weights.of(new Drawn(scope, drawn)));
            assertEquals(2 * 16 + 5 + 2 + 5 + 2, drawn.size());
            drawn.values().forEach(tensor -> tensor.setRequiresGradient(true));
            double before = loss(drawn, scope, true);
            List<String> unreached = new ArrayList<>();
            drawn.forEach(
                    (name, tensor) -> {
                        if (tensor.getGradient().abs().sum().getFloat() == 0) {
                            unreached.add(name);
                        }
                        tensor.subi(tensor.getGradient().mul(0.05f));
                    });
            // What is added to every key shifts all scores of a row alike.
            unreached.removeIf(name -> name.endsWith("self.key.bias"));
            assertEquals(List.of(), unreached);
            assertTrue(loss(drawn, scope, false) < before);
        }
    }

    private static double loss(Map<String, NDArray> weights, NDManager scope, boolean backward) {
        try (NDManager run = scope.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Model model = ARCHITECTURE.build(Weights.of("drawn", weights));
            Trace trace = Trace.of(new HashSet<>(List.of("hidden.2", "seq_relationship_logits")));
            NDArray ids = run.create(new long[] {1, 2, 3, 4, 5, 6, 7, 0}, new Shape(2, 4));
            NDArray seen = run.create(new long[] {1, 1, 1, 1, 1, 1, 1, 0}, new Shape(2, 4));
            NDArray types = run.create(new long[] {0, 0, 1, 1, 0, 1, 1, 0}, new Shape(2, 4));
            model.run(Batch.of(ids).withMask(seen).withTypes(types), trace);
            NDArray places = trace.get("hidden.2").get(":, 1:3"); // (B, 2, D)
            NDArray words = model.wordHead().orElseThrow().logits(places); // (B, 2, V)
            NDArray follows = trace.get("seq_relationship_logits"); // (B, 2)
            NDArray loss =
                    words.logSoftmax(-1)
                            .get(":, :, 9")
                            .mean()
                            .add(follows.logSoftmax(-1).get(":, 1").mean())
                            .neg();
            if (backward) {
                collector.backward(loss);
            }
            return loss.getFloat();
        }
    }
}
