package loupe.evaluation;

import java.util.Arrays;

/**
 * What counting can tell: an interpolated Kneser-Ney model (Chen and Goodman 1999, section 4.1.6
 * and equation 22). An n-gram of the highest order counts as often as it stands in the text, a
 * shorter one as often as different tokens stand before it. Each order has one discount, n1 / (n1 +
 * 2 n2) of the n-grams that count once and twice; single tokens are interpolated with equal shares.
 *
 * <p>The n-grams of all orders form one tree: a node is what its path from the root spells. Memory
 * is some 200 MB for five orders of 1.4 million tokens.
 */
final class KneserNey {

    private final int order;
    private final int vocabulary;
    private final NodeTable nodes = new NodeTable();
    private final double[] discounts;
    private final long[] total; // of the counts of a node's children
    private final int[] kinds; // children that count at all
    private int[] count = new int[1 << 16];
    private byte[] depth = new byte[1 << 16];

    /**
     * @param text token ids below {@code vocabulary}
     */
    KneserNey(int[] text, int order, int vocabulary) {
        this.order = order;
        this.vocabulary = vocabulary;
        count(text);
        this.discounts = discounts();
        this.total = new long[nodes.size()];
        this.kinds = new int[nodes.size()];
        nodes.each(
                (parent, child) -> {
                    total[parent] += count[child];
                    kinds[parent] += count[child] > 0 ? 1 : 0;
                });
    }

    /** Mean loss a token in nats, over all but the first. */
    double loss(int[] text) {
        double sum = 0;
        for (int place = 1; place < text.length; place++) {
            sum -= Math.log(probability(text, place));
        }
        return sum / (text.length - 1);
    }

    /** Of the token at that place after those before it. */
    double probability(int[] text, int place) {
        double probability = 1.0 / vocabulary;
        for (int length = 0; length < order && length <= place; length++) {
            int context = NodeTable.ROOT;
            for (int i = place - length; i < place && context != NodeTable.NONE; i++) {
                context = nodes.find(context, text[i]);
            }
            if (context == NodeTable.NONE) {
                return probability;
            }
            if (total[context] > 0) {
                int seen = seen(nodes.find(context, text[place]));
                double freed = discounts[length] * kinds[context];
                double left = Math.max(0, seen - discounts[length]);
                probability = (left + freed * probability) / total[context];
            }
        }
        return probability;
    }

    private int seen(int node) {
        return node == NodeTable.NONE ? 0 : count[node];
    }

    private void count(int[] text) {
        int[] before = new int[order]; // the nodes of the last 0, 1, 2, ... tokens
        for (int place = 0; place < text.length; place++) {
            int[] now = new int[order];
            int shorter = NodeTable.ROOT;
            for (int length = 1; length <= Math.min(order, place + 1); length++) {
                int known = nodes.size();
                int node = nodes.findOrAdd(before[length - 1], text[place]);
                if (node == known) {
                    add(node, length);
                    count[shorter]++; // one more token that stands before it
                }
                count[node] += length == order ? 1 : 0;
                shorter = node;
                if (length < order) {
                    now[length] = node;
                }
            }
            before = now;
        }
        count[NodeTable.ROOT] = 0;
    }

    private void add(int node, int length) {
        if (node >= count.length) {
            count = Arrays.copyOf(count, 2 * count.length);
            depth = Arrays.copyOf(depth, 2 * depth.length);
        }
        depth[node] = (byte) length;
    }

    /** By the number of tokens before. */
    private double[] discounts() {
        long[] once = new long[order];
        long[] twice = new long[order];
        for (int node = 1; node < nodes.size(); node++) {
            once[depth[node] - 1] += count[node] == 1 ? 1 : 0;
            twice[depth[node] - 1] += count[node] == 2 ? 1 : 0;
        }
        double[] discounts = new double[order];
        for (int i = 0; i < order; i++) {
            // A text in which nothing stands once frees nothing; a little must be left for the new.
            discounts[i] = once[i] == 0 ? 0.5 : once[i] / (double) (once[i] + 2 * twice[i]);
        }
        return discounts;
    }
}
