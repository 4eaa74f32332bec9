package loupe.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.model.Trace;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/**
 * A model with its optimiser: takes one step after the other. Every step has a scope of its own, so
 * nothing but weights and moments outlives it. One thread.
 *
 * <p>Letters: B sequences, T tokens, V vocabulary.
 */
final class Learner implements AutoCloseable {

    private final NDManager manager = Torch.scope();
    private final Map<String, NDArray> parameters;
    private final Gpt2 model;
    private final AdamW optimiser;

    Learner(Shape shape, long seed) {
        Initialiser initial = new Initialiser(manager, shape, seed);
        this.model = new Gpt2(config(shape), Weights.of(initial));
        this.parameters = initial.made();
        this.optimiser = new AdamW(parameters);
    }

    static Gpt2Config config(Shape shape) {
        return Gpt2Config.sized(
                shape.vocabulary(), shape.context(), shape.width(), shape.layers(), shape.heads());
    }

    Gpt2 model() {
        return model;
    }

    /** Lives as long as the learner; open a scope under it for a run of the model. */
    NDManager manager() {
        return manager;
    }

    /** By published name, float32. */
    Map<String, NDArray> parameters() {
        return parameters;
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
     * Learns from one batch; the answer is the mean loss in nats before the step.
     *
     * @param step counted from 1
     */
    double step(long step, double rate, Sequences sequences) {
        try (NDManager scope = manager.newSubManager()) {
            Slopes slopes = slopes(sequences, scope);
            optimiser.step(step, rate, slopes.gradients());
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

    Slopes slopes(Sequences sequences, NDManager scope) {
        parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
        NDArray loss;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            loss = loss(sequences, scope); // ()
            collector.backward(loss);
        }
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters.forEach(
                (name, parameter) -> {
                    NDArray gradient = parameter.getGradient();
                    gradient.attach(scope); // it was born beside its parameter
                    gradients.put(name, gradient);
                    parameter.setRequiresGradient(false);
                });
        return new Slopes(loss.getFloat(), gradients);
    }

    /** Mean loss over the tokens that count, in nats, (). */
    NDArray loss(Sequences sequences, NDManager scope) {
        int rows = sequences.rows();
        int length = sequences.length();
        NDArray seen = scope.create(sequences.seen()).reshape(rows, length); // (B, T)
        NDArray told = scope.create(sequences.told()).expandDims(1); // (B T, 1)
        NDArray weights = scope.create(sequences.weights()).expandDims(1); // (B T, 1)
        NDArray logits = model.forward(Batch.of(seen), Trace.nothing()); // (B, T, V)
        NDArray log = logits.reshape((long) rows * length, -1).logSoftmax(-1); // (B T, V)
        return log.gather(told, 1).mul(weights).sum().neg(); // ()
    }

    @Override
    public void close() {
        manager.close();
    }
}
