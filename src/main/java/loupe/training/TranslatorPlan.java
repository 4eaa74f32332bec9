package loupe.training;

/**
 * Everything that decides what a translator ends with.
 *
 * @param shape layers are those of each stack
 * @param pairs in a step
 * @param rate the highest learning rate
 * @param warmUp the part of the run that the rate rises for
 * @param parts how many parts a step is cut into, whose gradients add up
 */
record TranslatorPlan(
        Shape shape, int pairs, double rate, double warmUp, int parts, Budget budget, long seed) {

    /** The course model's sizes. */
    private static final Shape SHAPE = new Shape(2_048, 3, 4, 128, 64);

    private static final Budget BUDGET = Budget.ofSteps(3_000);

    /** The course model's, or what a person chose instead. */
    static TranslatorPlan of(Choices choices) {
        return new TranslatorPlan(
                choices.sizes().over(SHAPE),
                32,
                1.5e-3,
                0.08,
                choices.parts(),
                choices.budget().orElse(BUDGET),
                choices.seed());
    }

    /**
     * Learning rate: rises in a line, then falls along half a cosine to a twentieth (Loshchilov and
     * Hutter 2017).
     */
    double rate(double progress) {
        if (progress < warmUp) {
            return rate * (progress + 1e-3) / (warmUp + 1e-3);
        }
        double left = Math.min(1, (progress - warmUp) / (1 - warmUp));
        return rate * (0.05 + 0.95 * (1 + Math.cos(Math.PI * left)) / 2);
    }
}
