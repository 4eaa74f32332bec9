package loupe.training;

/**
 * Everything that decides what a translator ends with.
 *
 * @param shape layers are those of each stack
 * @param pairs in a step
 * @param parts how many parts a step is cut into, whose gradients add up
 */
record TranslatorPlan(
        Shape shape, int pairs, WarmCosine rate, int parts, Budget budget, long seed) {

    /** The course model's sizes. */
    private static final Shape SHAPE = new Shape(2_048, 3, 4, 128, 64);

    private static final Budget BUDGET = Budget.ofSteps(3_000);

    /** The course model's, or what a person chose instead. */
    static TranslatorPlan of(Choices choices) {
        return new TranslatorPlan(
                choices.sizes().over(SHAPE),
                32,
                new WarmCosine(1.5e-3, 0.08),
                choices.parts(),
                choices.budget().orElse(BUDGET),
                choices.seed());
    }
}
