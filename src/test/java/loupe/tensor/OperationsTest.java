package loupe.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.Map;
import loupe.checkpoint.Safetensors;
import org.junit.jupiter.api.Test;

/** The shared operations against the tables of the fixtures, and weights by name. */
class OperationsTest {
    private static final Path TABLES =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/golden/primitives/primitives.safetensors");

    @Test
    void everyActivationEqualsItsTable() throws Exception {
        try (NDManager scope = Torch.scope();
                Safetensors file = Safetensors.open(TABLES)) {
            Map<String, NDArray> tables = file.copies(scope);
            for (Activation activation : Activation.values()) {
                NDArray wanted = tables.get("act/" + activation.published());
                if (wanted != null) {
                    NDArray found = activation.apply(tables.get("act/x"));
                    assertTrue(found.allClose(wanted, 1e-5, 1e-6, true), activation.published());
                }
            }
        }
    }

    @Test
    void namesAreFoundWithAndWithoutTheirPrefix() {
        try (NDManager scope = Torch.scope()) {
            NDArray one = scope.ones(new Shape(2));
            Weights bare = Weights.of("m", Map.of("ln.gamma", one, "ln.beta", one));
            Weights prefixed = Weights.of("m", Map.of("bert.ln.weight", one, "bert.ln.bias", one));
            NDArray x = scope.create(new float[] {1, 3});
            for (Weights weights : new Weights[] {bare, prefixed}) {
                Weights norm = weights.underIfPresent("bert.").under("ln.");
                assertEquals(2, new LayerNorm(norm, 2, 1e-12f).apply(x).getFloat(1), 1e-6);
            }
            assertTrue(bare.find("nothing", 2).isEmpty());
            assertTrue(bare.under("ln.").find("beta", 2).isPresent());
        }
    }

    @Test
    void aWeightOfAnotherShapeIsRefusedByItsWholeName() {
        try (NDManager scope = Torch.scope()) {
            NDArray one = scope.ones(new Shape(2));
            Weights weights = Weights.of("x.safetensors", Map.of("h.0.b", one)).under("h.0.");
            assertEquals(
                    "x.safetensors: h.0.b is [2], wanted [3, 1].",
                    assertThrows(WeightsException.class, () -> weights.get("b", 3, 1))
                            .getMessage());
            assertEquals(
                    "x.safetensors: h.0.c is missing, wanted [3].",
                    assertThrows(WeightsException.class, () -> weights.get("c", 3)).getMessage());
        }
    }

    @Test
    void aFusedMapPassesGradientsToEachOfItsParts() {
        try (NDManager scope = Torch.scope()) {
            NDArray first = scope.ones(new Shape(2, 3));
            NDArray second = scope.ones(new Shape(2, 3));
            Weights parts = Weights.of("m", Map.of("a.weight", first, "b.weight", second));
            for (NDArray part : new NDArray[] {first, second}) {
                part.setRequiresGradient(true);
            }
            NDArray x = scope.create(new float[] {1, 2, 3}).expandDims(0);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                Linear one = Linear.fused(3, 2, parts.under("a."));
                Linear both = Linear.fused(3, 2, parts.under("a."), parts.under("b."));
                collector.backward(one.apply(x).sum().add(both.apply(x).sum()));
            }
            assertEquals(2 * 2 * 6, first.getGradient().sum().getFloat(), 1e-5);
            assertEquals(2 * 6, second.getGradient().sum().getFloat(), 1e-5);
        }
    }
}
