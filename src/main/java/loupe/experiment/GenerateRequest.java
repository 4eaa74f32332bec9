package loupe.experiment;

import java.util.Locale;
import java.util.Optional;

/**
 * What is to be written: which model, after or about which text, how.
 *
 * @param model its id
 * @param tokens at most so many are written; empty for what the model's files say, or 40
 */
public record GenerateRequest(String model, String text, Manner manner, Optional<Integer> tokens) {

    private static final int MOST = 100_000;

    /** How the next token is chosen, which goes with the kind of model. */
    public sealed interface Manner {}

    /**
     * The likeliest translation or summary, by a model of two stacks.
     *
     * @param beams how many beginnings are followed at once; empty for what the files say
     */
    public record Searched(Optional<Integer> beams) implements Manner {

        /**
         * @throws Advice if there are too few or too many beams
         */
        public static Searched of(Optional<Integer> beams) throws Advice {
            if (beams.isPresent() && (beams.get() < 1 || beams.get() > 64)) {
                throw new Advice(
                        "There are %d beams: choose a number from 1 to 64.".formatted(beams.get()));
            }
            return new Searched(beams);
        }
    }

    /**
     * How a text may go on, by a model of one stack.
     *
     * @param temperature 0 for the likeliest token alone, 1 for the model's own probabilities
     * @param topK only so many of the likeliest tokens; 0 for all
     * @param topP only the likeliest that together have that probability; 1 for all
     */
    public record Drawn(double temperature, int topK, double topP, long seed) implements Manner {

        /**
         * @throws Advice if there is nothing to draw from
         */
        public static Drawn of(double temperature, int topK, double topP, long seed) throws Advice {
            if (!(temperature >= 0 && temperature <= 100)) {
                throw new Advice(
                        "The temperature is " + temperature + ": choose a number from 0 to 100.");
            }
            if (topK < 0) {
                throw new Advice("Top k is " + topK + ": choose a number from 0 on, 0 for all.");
            }
            if (!(topP > 0 && topP <= 1)) {
                throw new Advice("Top p is " + topP + ": choose a number above 0, up to 1.");
            }
            return new Drawn(temperature, topK, topP, seed);
        }
    }

    /**
     * @throws Advice if nothing is to be written, or more than any model can
     */
    public static GenerateRequest of(
            String model, String text, Manner manner, Optional<Integer> tokens) throws Advice {
        if (tokens.isPresent() && (tokens.get() < 1 || tokens.get() > MOST)) {
            throw new Advice(
                    String.format(
                            Locale.ROOT,
                            "%,d tokens cannot be written: choose a number from 1 to %,d.",
                            tokens.get(),
                            MOST));
        }
        return new GenerateRequest(model, text, manner, tokens);
    }
}
