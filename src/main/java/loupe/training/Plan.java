package loupe.training;

/**
 * Everything that decides what a training run ends with: the model's shape, how it learns, for how
 * long, and the seed of all chance. The same plan on the same texts and machine gives the same
 * model, when the budget counts steps.
 */
public record Plan(Shape shape, Recipe recipe, Budget budget, long seed) {

    /** Sequences in a step, all equally long. */
    int rows(double progress) {
        return Math.max(1, recipe.tokensPerStep() / length(progress));
    }

    /**
     * Tokens in a sequence: half the context for the first part of the run, since heads that look
     * back grow sooner on short sequences, then all of it.
     */
    int length(double progress) {
        return progress < recipe.shortPart() ? shape.context() / 2 : shape.context();
    }

    /** Part of the sequences in which a piece is repeated. */
    double repeats(double progress) {
        return progress < recipe.shortPart() ? recipe.mix().repeats() : recipe.mix().laterRepeats();
    }

    double rate(double progress) {
        return new WarmCosine(recipe.rate(), recipe.warmUp()).at(progress);
    }
}
