package loupe.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import loupe.model.Trace;

/**
 * Dropout (Srivastava et al. 2014): while a model learns, numbers inside it are set to 0 by chance
 * and the others grow, so that their mean stays. No part of it can then rely on a single other one,
 * and it learns less by heart. It happens to what goes into the layers, into the output projections
 * and out of the MLPs' inner layers. The seed alone decides where.
 *
 * @param rate how many numbers, 0 to 1; at 0 the model runs as it is
 */
record Dropout(float rate, long seed) implements Trace.Change {

    /** For one run of a model. */
    Trace trace() {
        Engine.getInstance().setRandomSeed(Long.hashCode(seed * 0x9E3779B97F4A7C15L));
        return rate == 0 ? Trace.nothing() : Trace.changing(this);
    }

    @Override
    public NDArray of(String place, NDArray value) {
        return isDropped(place)
                ? ai.djl.nn.norm.Dropout.dropout(value, rate, true).singletonOrThrow()
                : value;
    }

    private static boolean isDropped(String place) {
        return place.equals("hidden.0") || place.startsWith("ctx.") || place.startsWith("ffn_act.");
    }
}
