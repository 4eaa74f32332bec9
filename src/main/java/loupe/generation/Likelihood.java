package loupe.generation;

/** Logits to logarithms of probabilities. */
final class Likelihood {

    private Likelihood() {}

    /** log softmax, in double. */
    static double[] of(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - highest);
        }
        double all = highest + Math.log(sum);
        double[] log = new double[logits.length];
        for (int i = 0; i < log.length; i++) {
            log[i] = logits[i] - all;
        }
        return log;
    }

    /** The same after the rules have had their say. */
    static double[] of(float[] logits, long[] written, Search search) {
        double[] next = of(logits);
        search.rules().forEach(rule -> rule.apply(written, next));
        return next;
    }

    /** Where the highest stands, the first of equals. */
    static int highest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
