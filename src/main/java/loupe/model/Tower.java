package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Layers one upon another, each run in a scope of its own: what nobody keeps is freed with it. */
final class Tower {

    /** One layer's work, with the place that its result has: (B, T, D) to (B, T, D). */
    interface Floor {
        NDArray pass(int layer, NDArray x);
    }

    private Tower() {}

    /** From the ground, which is used up, to the top: (B, T, D) to (B, T, D). */
    static NDArray climb(NDArray ground, int layers, Trace trace, Floor floor) {
        NDManager run = ground.getManager();
        NDArray x = ground;
        for (int layer = 0; layer < layers; layer++) {
            try (NDManager scope = run.newSubManager()) {
                x.attach(scope);
                x = floor.pass(layer, x); // (B, T, D)
                x.attach(run);
                trace.moveTo(run);
            }
        }
        return x;
    }
}
