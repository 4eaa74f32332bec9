package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import loupe.tensor.Weights;

/**
 * A part of a step's examples, small enough to be in memory at once: gradients of all parts of a
 * step add up before the weights move (gradient accumulation).
 */
interface MicroBatch {

    /** How many tokens the model sees, padding left out. */
    int tokens();

    /**
     * Its share in the loss of the whole step, in nats, (). What each example weighs must not
     * depend on how the step is cut into parts.
     *
     * @param weights all parameters; what is made of them belongs to the scope
     */
    NDArray loss(Weights weights, NDManager scope);
}
