package loupe.training;

/**
 * Everything that decides what a training run of a BERT ends with.
 *
 * @param parts how many parts a step is cut into
 */
record BertPlan(Shape shape, BertRecipe recipe, Budget budget, long seed, int parts) {

    /** The course model's. */
    static Shape course() {
        return new Shape(3_072, 4, 4, 128, 128);
    }

    /** The most tokens a text has: few for the first part of the run, then all that fit. */
    int length(double progress) {
        int half = Math.max(Math.min(shape.context(), 16), shape.context() * 3 / 8);
        return progress < recipe.shortPart() ? half : shape.context();
    }
}
