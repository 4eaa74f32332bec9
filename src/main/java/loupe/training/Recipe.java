package loupe.training;

import java.util.List;

/**
 * How a model learns: tokens a step, highest learning rate, the part of the rate's course spent
 * warming up, the stages of the run, and how many parts a step is cut into, whose gradients add up.
 */
record Recipe(int tokensPerStep, double rate, double warmUp, List<Stage> stages, int parts) {

    Recipe {
        stages = List.copyOf(stages);
    }

    /**
     * The course model's. Heads that look back grow on short sequences with many repeats; when they
     * are there, most of the run is for the text.
     */
    static Recipe course() {
        double steps = GptTask.BUDGET.steps();
        List<Stage> stages =
                List.of(
                        new Stage(5_600 / steps, 14 / 35.0, true, 0.4, 0.2, 0),
                        new Stage(8_000 / steps, 20 / 35.0, false, 0.12, 0.2, 0.1),
                        new Stage(12_000 / steps, 26 / 35.0, false, 0.06, 0.12, 0.1),
                        new Stage(1, 1, false, 0.04, 0.08, 0.1));
        return new Recipe(1_024, 3e-3, 0.02, stages, 1);
    }

    Recipe inParts(int number) {
        return new Recipe(tokensPerStep, rate, warmUp, stages, number);
    }

    Recipe withoutSentences() {
        return new Recipe(
                tokensPerStep,
                rate,
                warmUp,
                stages.stream().map(Stage::withoutSentences).toList(),
                parts);
    }

    boolean hasSentences() {
        return stages.stream().anyMatch(stage -> stage.sentences() > 0);
    }
}
