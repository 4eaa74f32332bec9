package loupe.training;

/**
 * Everything that decides what a training run of a BERT ends with.
 *
 * @param parts how many parts a step is cut into
 */
record BertPlan(Shape shape, BertRecipe recipe, Budget budget, long seed, int parts) {

    private static final double KNOWING_WORDS = 0.3;

    /** The course model's. */
    static Shape course() {
        return new Shape(2_560, 4, 4, 128, 128);
    }

    /**
     * Texts are short for the first part of the run, and then as long as fits. What pronouns stand
     * for is asked often, and weighs more, when most words are known.
     */
    BertStage stage(double progress) {
        int half = Math.max(Math.min(shape.context(), 16), shape.context() * 3 / 8);
        int length = progress < recipe.shortPart() ? half : shape.context();
        return progress < KNOWING_WORDS
                ? new BertStage(length, 0.25, 1)
                : new BertStage(length, 0.6, 5);
    }
}
