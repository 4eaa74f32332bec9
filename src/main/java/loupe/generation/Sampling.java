package loupe.generation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the next token is drawn at random.
 *
 * @param temperature logits are divided by it: below 1 the likely become likelier, at 0 the
 *     likeliest alone is taken, above 1 all become more alike
 * @param topK only so many of the likeliest tokens may come, and those as likely as the last of
 *     them; 0 for all
 * @param topP of these, only the likeliest that together have that probability (Holtzman et al.
 *     2020); 1 for all
 * @param seed what chance starts from: the same one gives the same text
 * @param tokens at most so many are written
 * @param ends tokens that end a text
 */
public record Sampling(
        double temperature, int topK, double topP, long seed, int tokens, Set<Long> ends) {

    public Sampling {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("a temperature of " + temperature);
        }
        if (topK < 0 || !(topP > 0 && topP <= 1) || tokens < 0) {
            throw new IllegalArgumentException(
                    "nothing to draw from: top %d, %s, tokens %d".formatted(topK, topP, tokens));
        }
        ends = Set.copyOf(ends);
    }

    /** The probability of each token to be drawn, after these logits, (V). */
    public double[] probabilities(float[] logits) {
        if (temperature == 0) {
            double[] one = new double[logits.length];
            one[Likelihood.highest(Likelihood.of(logits))] = 1;
            return one;
        }
        double[] scores = new double[logits.length];
        Arrays.setAll(scores, i -> logits[i] / temperature);
        Integer[] order = likeliestFirst(scores);
        int kept = topK == 0 ? order.length : first(order, scores);
        double[] probabilities = softmax(scores, order, kept);
        int enough = enough(probabilities, order, kept);
        return enough == kept ? probabilities : softmax(scores, order, enough);
    }

    private static Integer[] likeliestFirst(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .toArray(Integer[]::new);
    }

    /** How many are among the first K, with those as likely as the last. */
    private int first(Integer[] order, double[] scores) {
        int kept = Math.min(topK, order.length);
        while (kept < order.length && scores[order[kept]] == scores[order[kept - 1]]) {
            kept++;
        }
        return kept;
    }

    /** How many of the likeliest have the wanted probability together. */
    private int enough(double[] probabilities, Integer[] order, int kept) {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += probabilities[order[i]];
            if (sum >= topP) {
                return i + 1;
            }
        }
        return kept;
    }

    private static double[] softmax(double[] scores, Integer[] order, int kept) {
        double[] probabilities = new double[scores.length];
        double highest = scores[order[0]];
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            probabilities[order[i]] = Math.exp(scores[order[i]] - highest);
            sum += probabilities[order[i]];
        }
        for (int i = 0; i < kept; i++) {
            probabilities[order[i]] /= sum;
        }
        return probabilities;
    }
}
