package loupe.training;

/**
 * How a model learns: tokens a step, highest learning rate, the parts of the run spent warming up
 * and on short sequences, what the sequences are made of, and how many parts a step is cut into,
 * whose gradients add up.
 */
public record Recipe(
        int tokensPerStep, double rate, double warmUp, double shortPart, Mix mix, int parts) {

    /**
     * What the sequences are made of, as parts of all; the rest is text.
     *
     * @param repeats a piece that is repeated, while sequences are short
     * @param laterRepeats the same, afterwards
     * @param sentences generated sentences
     */
    public record Mix(double repeats, double laterRepeats, double sentences) {

        /** Text alone, beside the repeats. */
        Mix withoutSentences() {
            return new Mix(repeats, laterRepeats, 0);
        }
    }

    /** The course model's. */
    public static Recipe course() {
        return new Recipe(1_024, 3e-3, 0.02, 0.4, new Mix(0.4, 0.12, 0.2), 1);
    }

    Recipe inParts(int number) {
        return new Recipe(tokensPerStep, rate, warmUp, shortPart, mix, number);
    }

    Recipe of(Mix other) {
        return new Recipe(tokensPerStep, rate, warmUp, shortPart, other, parts);
    }
}
