package loupe.training;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A training run in a process of its own, to be killed: a checkpoint after every step, then a line.
 */
final class TrainingProcess {

    private TrainingProcess() {}

    /** Output folder first. */
    public static void main(String[] arguments) throws Exception {
        Progress progress =
                new Progress() {
                    @Override
                    public void remark(String sentence) {
                        System.out.println(sentence);
                    }

                    @Override
                    public void standing(Standing standing) {
                        System.out.println("step " + standing.step());
                    }
                };
        Task task = TrainerTest.task(TrainerTest.PLAN);
        new Trainer(task, Path.of(arguments[0]), Duration.ZERO).train(progress, () -> false);
    }
}
