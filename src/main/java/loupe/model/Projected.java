package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Queries, (B, T, N H), keys and values, (B, S, N H), with the heads side by side. */
record Projected(NDArray queries, NDArray keys, NDArray values) {

    /** Of one product that made all three side by side, (B, T, 3 N H). */
    static Projected of(NDArray fused) {
        NDList parts = fused.split(3, 2); // 3 of (B, T, N H)
        return new Projected(parts.get(0), parts.get(1), parts.get(2));
    }
}
