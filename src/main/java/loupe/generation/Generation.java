package loupe.generation;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import loupe.model.Anatomy;
import loupe.model.EncoderDecoder;
import loupe.model.Model;
import loupe.tensor.Torch;

/**
 * Models at work: texts as token ids in, texts out. For the model thread.
 *
 * <p>A run ends with a {@link java.util.concurrent.CancellationException} once {@code stopped} says
 * yes, which is asked at every place of the model.
 */
public final class Generation {

    private Generation() {}

    /**
     * What a model of two stacks writes after reading that text.
     *
     * @param text as its tokenizer gives it, with the end token
     * @return as many texts as the search had beams, or fewer; best first, one at least
     */
    public static List<Written> search(
            EncoderDecoder model, long[] text, Search search, BooleanSupplier stopped) {
        int context = model.anatomy().limits().context();
        boolean fits = search.longest() - 1 <= context;
        Search fitting = fits ? search : search.withLongest(context + 1);
        try (NDManager scope = Torch.scope()) {
            NextToken next = new Writer(model, scope, text, stopped);
            return new BeamSearch(next, fitting, stopped).run();
        }
    }

    /**
     * How a model of one stack goes on after that text, by chance; it stops where its context ends.
     *
     * @return with the probability the model itself gave the tokens, however they were drawn
     */
    public static Written sample(
            Model model, long[] text, Sampling sampling, BooleanSupplier stopped) {
        if (model.anatomy().kind() != Anatomy.Kind.DECODER || text.length == 0) {
            throw new IllegalArgumentException("a text that goes on has a beginning");
        }
        int longest =
                (int)
                        Math.min(
                                model.anatomy().limits().context(),
                                (long) text.length + sampling.tokens());
        return sample(new Reader(model, stopped), text, longest, sampling);
    }

    static Written sample(NextToken model, long[] text, int longest, Sampling sampling) {
        Random chance = new Random(sampling.seed()); // its numbers are the same on every Java
        long[] ids = text;
        double logProbability = 0;
        boolean ended = false;
        while (ids.length < longest && !ended) {
            float[] logits = model.after(new long[][] {ids})[0];
            int token = draw(sampling.probabilities(logits), chance.nextDouble());
            logProbability += Likelihood.of(logits)[token];
            ids = Arrays.copyOf(ids, ids.length + 1);
            ids[ids.length - 1] = token;
            ended = sampling.ends().contains((long) token);
        }
        return new Written(
                Arrays.stream(ids).skip(text.length).boxed().toList(),
                logProbability,
                logProbability);
    }

    /** The token whose stretch of the line from 0 to 1 has the point in it. */
    private static int draw(double[] probabilities, double point) {
        double sum = 0;
        int last = 0;
        for (int token = 0; token < probabilities.length; token++) {
            if (probabilities[token] > 0) {
                last = token;
                sum += probabilities[token];
                if (point < sum) {
                    return token;
                }
            }
        }
        return last; // rounding left a gap below 1
    }
}
