package loupe.training;

import java.util.List;

/**
 * Everything that decides what a training run ends with: the model's shape, how it learns, for how
 * long, and the seed of all chance. The same plan on the same texts and machine gives the same
 * model, when the budget counts steps.
 */
record Plan(Shape shape, Recipe recipe, Budget budget, long seed) {

    /** The stage that the run is in after that part of it, 0 to 1. */
    Stage stage(double progress) {
        List<Stage> stages = recipe.stages();
        return stages.stream()
                .filter(stage -> progress < stage.until())
                .findFirst()
                .orElse(stages.get(stages.size() - 1));
    }

    /** Sequences in a step, all equally long. */
    int rows(double progress) {
        return Math.max(1, recipe.tokensPerStep() / length(progress));
    }

    /** Tokens in a sequence. */
    int length(double progress) {
        return stage(progress).shortened() ? shape.context() / 2 : shape.context();
    }

    /** Learning rate, in each stage as far down its course as the stage says. */
    double rate(double progress) {
        return new WarmCosine(recipe.rate(), recipe.warmUp()).at(fallen(progress));
    }

    /** How much of the rate's course is behind, 0 to 1. */
    private double fallen(double progress) {
        double from = 0;
        double before = 0;
        for (Stage stage : recipe.stages()) {
            if (progress < stage.until()) {
                double part = (progress - from) / (stage.until() - from);
                return before + part * (stage.fallen() - before);
            }
            from = stage.until();
            before = stage.fallen();
        }
        return 1;
    }
}
