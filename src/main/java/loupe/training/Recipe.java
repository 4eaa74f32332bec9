package loupe.training;

/**
 * How a model learns: tokens a step, highest learning rate, the parts of the run spent warming up
 * and on short sequences, the part of sequences in which a piece is repeated, and how many parts a
 * step is cut into, whose gradients add up.
 */
public record Recipe(
        int tokensPerStep,
        double rate,
        double warmUp,
        double shortPart,
        double repeats,
        int parts) {

    /** The course model's. */
    public static Recipe course() {
        return new Recipe(1_024, 1e-3, 0.02, 0.6, 0.4, 1);
    }

    Recipe inParts(int number) {
        return new Recipe(tokensPerStep, rate, warmUp, shortPart, repeats, number);
    }
}
