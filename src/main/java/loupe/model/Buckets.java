package loupe.model;

/**
 * Which of T5's learnt biases a distance has: near distances one each, farther ones shared in steps
 * that grow, all beyond the last step one (Raffel et al. 2020, section 2.1).
 *
 * @param count how many biases there are
 * @param farthest distances from here on share one
 * @param bothWays whether what comes later is seen, and has half of the biases for itself
 */
record Buckets(int count, int farthest, boolean bothWays) {

    Buckets {
        int side = bothWays ? count / 2 : count;
        if (side < 2 || farthest <= side / 2) {
            throw new IllegalArgumentException(
                    count + " buckets do not reach a distance of " + farthest);
        }
    }

    /** The bucket of a key that stands so many places after the query (before it: negative). */
    int of(int ahead) {
        int side = bothWays ? count / 2 : count;
        int first = bothWays && ahead > 0 ? side : 0;
        int distance = bothWays ? Math.abs(ahead) : Math.max(0, -ahead);
        int near = side / 2;
        return first + (distance < near ? distance : Math.min(side - 1, far(distance, side)));
    }

    /** The buckets of every query and key of two sequences, row by row: (queries, keys). */
    long[] table(int queries, int keys) {
        long[] table = new long[queries * keys];
        for (int query = 0; query < queries; query++) {
            for (int key = 0; key < keys; key++) {
                table[query * keys + key] = of(key - query);
            }
        }
        return table;
    }

    /** In float, step by step, as the models were trained: a border can hang on the last bit. */
    private int far(int distance, int side) {
        int near = side / 2;
        float steps = (float) Math.log((float) distance / near);
        float all = (float) Math.log((double) farthest / near);
        return near + (int) (steps / all * (side - near));
    }
}
