package loupe.model;

import ai.djl.ndarray.NDArray;
import loupe.tensor.Embedding;

/**
 * Scores that know how far apart two tokens are (Shaw et al. 2018; Huang et al. 2020, method 4):
 * each distance has a vector, and its products with the query, and if wished with the key, are
 * added to that of query and key.
 *
 * <p>Letters: B rows of a batch, T tokens, N heads, H head size.
 */
final class RelativeScores implements Heads.Scores {
    private final Embedding distances; // 2 positions - 1 of H, from the furthest ahead
    private final int positions;
    private final boolean withKeys;

    RelativeScores(Embedding distances, int positions, boolean withKeys) {
        this.distances = distances;
        this.positions = positions;
        this.withKeys = withKeys;
    }

    @Override
    public NDArray of(NDArray queries, NDArray keys) {
        NDArray products = Heads.PRODUCTS.of(queries, keys); // (B, N, T, T)
        NDArray apart = apart(queries); // (T, T, H)
        NDArray byQuery = products.add(against(queries, apart)); // (B, N, T, T)
        if (!withKeys) {
            return byQuery;
        }
        NDArray fromKeys = against(keys, apart.transpose(1, 0, 2)); // (B, N, T seen, T)
        return byQuery.add(fromKeys.transpose(0, 1, 3, 2)); // (B, N, T, T)
    }

    /** The vector of each distance, from whom to whom, (T, T, H). */
    private NDArray apart(NDArray queries) {
        int length = (int) queries.getShape().get(2);
        NDArray places = queries.getManager().arange(length); // (T)
        NDArray rows = places.expandDims(1).sub(places.expandDims(0)).add(positions - 1); // (T, T)
        return distances.apply(rows); // (T, T, H)
    }

    /** One vector a token, (B, N, T, H), by those of its own row, (T, S, H), to (B, N, T, S). */
    private static NDArray against(NDArray vectors, NDArray rows) {
        NDArray byToken = vectors.transpose(2, 0, 1, 3); // (T, B, N, H)
        NDArray columns = rows.transpose(0, 2, 1).expandDims(1); // (T, 1, H, S)
        return byToken.matMul(columns).transpose(1, 2, 0, 3); // (B, N, T, S)
    }
}
