package loupe.generation;

import java.util.Arrays;

/**
 * A text on its way, with the token the decoder started from. The array is shared, never changed.
 */
record Beginning(long[] ids, double logProbability) {

    static Beginning of(long start) {
        return new Beginning(new long[] {start}, 0);
    }

    Beginning and(long token, double probability) {
        long[] longer = Arrays.copyOf(ids, ids.length + 1);
        longer[ids.length] = token;
        return new Beginning(longer, probability);
    }

    long last() {
        return ids[ids.length - 1];
    }

    Written finished(Search search) {
        return new Written(
                Arrays.stream(ids).skip(1).boxed().toList(),
                logProbability,
                search.score(logProbability, ids.length - 1));
    }
}
