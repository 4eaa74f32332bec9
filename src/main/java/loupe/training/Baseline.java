package loupe.training;

import java.util.HashMap;
import java.util.Map;

/**
 * What counting alone can tell, to compare a model with: each token's share of the text (unigrams),
 * and its share after the token before it (bigrams), interpolated by absolute discounting (Ney,
 * Essen and Kneser 1994).
 */
final class Baseline {

    private static final double DISCOUNT = 0.75;

    private final int vocabulary;
    private final long[] single;
    private final long[] followers;
    private final long[] kinds;
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final long total;

    Baseline(int[] text, int vocabulary) {
        this.vocabulary = vocabulary;
        this.single = new long[vocabulary];
        this.followers = new long[vocabulary];
        this.kinds = new long[vocabulary];
        this.total = text.length;
        for (int token : text) {
            single[token]++;
        }
        for (int i = 1; i < text.length; i++) {
            followers[text[i - 1]]++;
            kinds[text[i - 1]] +=
                    pairs.merge(key(text[i - 1], text[i]), 1, Integer::sum) == 1 ? 1 : 0;
        }
    }

    /** Mean loss a token, in nats. */
    double unigramLoss(int[] text) {
        double sum = 0;
        for (int i = 1; i < text.length; i++) {
            sum -= Math.log(unigram(text[i]));
        }
        return sum / (text.length - 1);
    }

    /** Mean loss a token, in nats. */
    double bigramLoss(int[] text) {
        double sum = 0;
        for (int i = 1; i < text.length; i++) {
            sum -= Math.log(bigram(text[i - 1], text[i]));
        }
        return sum / (text.length - 1);
    }

    private double unigram(int token) {
        return (single[token] + 1.0) / (total + vocabulary);
    }

    private double bigram(int before, int token) {
        if (followers[before] == 0) {
            return unigram(token);
        }
        double seen = Math.max(0, pairs.getOrDefault(key(before, token), 0) - DISCOUNT);
        double rest = DISCOUNT * kinds[before];
        return (seen + rest * unigram(token)) / followers[before];
    }

    private long key(int before, int token) {
        return (long) before * vocabulary + token;
    }
}
