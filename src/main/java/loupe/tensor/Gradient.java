package loupe.tensor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/** How a number changes with each entry of a tensor that it was computed from. */
public final class Gradient {

    /**
     * @param value the number itself, such as a loss
     * @param slopes its derivative by each entry, of the tensor's shape
     */
    public record Slopes(float value, Grid slopes) {}

    private Gradient() {}

    /**
     * The derivative of a number by a tensor. For the thread of the run.
     *
     * @param of the number, (), made from the tensor that it is handed
     */
    public static Slopes by(NDArray tensor, UnaryOperator<NDArray> of) {
        tensor.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray number = of.apply(tensor); // ()
            collector.backward(number);
            try (NDArray gradient = tensor.getGradient()) {
                return new Slopes(number.getFloat(), Grid.of(gradient));
            }
        } finally {
            tensor.setRequiresGradient(false);
        }
    }
}
