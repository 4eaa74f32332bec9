package loupe.training;

/**
 * Everything that decides what a training run of a BERT ends with.
 *
 * @param parts how many parts a step is cut into
 */
record BertPlan(Shape shape, BertRecipe recipe, Budget budget, long seed, int parts) {

    private static final double KNOWING_WORDS = 0.3;
    private static final double LATE = 0.82;

    /** The course model's. */
    static Shape course() {
        return new Shape(2_560, 4, 4, 128, 128);
    }

    /**
     * Texts are short for the first part of the run, and then as long as fits. What pronouns stand
     * for is asked often, and weighs more, when most words are known; books, which take longer,
     * come more often at the end.
     */
    BertStage stage(double progress) {
        int half = Math.max(Math.min(shape.context(), 16), shape.context() * 3 / 8);
        int length = progress < recipe.shortPart() ? half : shape.context();
        double books = progress < LATE ? recipe.books() : recipe.lateBooks();
        return progress < KNOWING_WORDS
                ? new BertStage(length, books, 0.25, 1)
                : new BertStage(length, books, 0.6, 5);
    }
}
