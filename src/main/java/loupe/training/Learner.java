package loupe.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/**
 * Parameters with their optimiser: takes one step after the other. Every step has a scope of its
 * own, so nothing but parameters and moments outlives it. One thread.
 */
final class Learner implements AutoCloseable {

    private final NDManager manager = Torch.scope();
    private final Map<String, NDArray> parameters;
    private final AdamW optimiser;

    /**
     * @param start makes the parameters of the first step, in the manager it is given
     */
    Learner(Function<NDManager, Map<String, NDArray>> start) {
        this.parameters = start.apply(manager);
        this.optimiser = new AdamW(parameters);
    }

    /** Lives as long as the learner; open a scope under it for a run of the model. */
    NDManager manager() {
        return manager;
    }

    /** By published name, float32. */
    Map<String, NDArray> parameters() {
        return parameters;
    }

    /** The parameters for a model that is built in that scope, and lives no longer. */
    Weights weights(NDManager scope) {
        return Weights.of(new Views(parameters, scope));
    }

    /**
     * Views of the parameters. A model may join matrices when it is built, and what it makes
     * belongs to the scope of what it was made of: so it dies with the step, and its gradient
     * reaches the parameters.
     */
    private record Views(Map<String, NDArray> parameters, NDManager scope)
            implements Weights.Source {

        @Override
        public String origin() {
            return "weights in training";
        }

        @Override
        public Set<String> names() {
            return parameters.keySet();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            NDArray parameter = parameters.get(name);
            if (parameter == null) {
                throw new IllegalArgumentException("there is no parameter " + name);
            }
            NDArray view = parameter.reshape(parameter.getShape());
            view.attach(scope);
            return view;
        }
    }

    /** All that a resumed run needs: the parameters and both moments, under names of their own. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(parameters);
        optimiser.first().forEach((name, moment) -> state.put("first." + name, moment));
        optimiser.second().forEach((name, moment) -> state.put("second." + name, moment));
        return state;
    }

    /**
     * Rounds every parameter to the nearest float16, which is what a finished model's file holds.
     */
    void round() {
        try (NDManager scope = manager.newSubManager()) {
            for (NDArray parameter : parameters.values()) {
                NDArray half = parameter.toType(DataType.FLOAT16, true);
                half.attach(scope);
                NDArray rounded = half.toType(DataType.FLOAT32, true);
                become(parameter, rounded);
            }
        }
    }

    /** Goes back to a state that was saved; every tensor of this one must be in it. */
    void restore(Map<String, NDArray> saved) {
        state().forEach((name, tensor) -> become(tensor, saved.get(name)));
    }

    /** The engine's own copying works as well, but complains on standard error. */
    private static void become(NDArray tensor, NDArray other) {
        tensor.muli(0).addi(other);
    }

    /** How many numbers the parameters are. */
    long size() {
        return parameters.values().stream().mapToLong(NDArray::size).sum();
    }

    /**
     * Learns from one step's examples; the answer is their loss in nats before the step.
     *
     * @param step counted from 1
     */
    double step(long step, double rate, double decay, List<MicroBatch> examples) {
        try (NDManager scope = manager.newSubManager()) {
            Slopes slopes = slopes(examples, scope);
            optimiser.step(step, rate, decay, slopes.gradients());
            // The engine keeps gradients beside their parameters and would add the next ones to
            // them.
            slopes.gradients().values().forEach(gradient -> gradient.muli(0));
            return slopes.loss();
        }
    }

    /**
     * The loss in nats, and its gradient by each parameter, in the scope; to be set to 0 after use.
     */
    record Slopes(double loss, Map<String, NDArray> gradients) {}

    Slopes slopes(List<MicroBatch> examples, NDManager scope) {
        parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
        double loss = 0;
        for (MicroBatch part : examples) {
            loss += backward(part, scope);
        }
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters.forEach(
                (name, parameter) -> {
                    NDArray gradient = parameter.getGradient();
                    gradient.attach(scope); // it was born beside its parameter
                    gradients.put(name, gradient);
                    parameter.setRequiresGradient(false);
                });
        return new Slopes(loss, gradients);
    }

    /** The engine adds the gradients of this part to those of the parts before. */
    private double backward(MicroBatch part, NDManager step) {
        try (NDManager scope = step.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = part.loss(weights(scope), scope); // ()
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
