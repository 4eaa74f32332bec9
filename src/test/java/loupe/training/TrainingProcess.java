package loupe.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A training run in a process of its own, to be killed: a checkpoint after every step, then a line.
 * It gets no further than the last step before it is killed, however late that is.
 */
final class TrainingProcess {

    private static final int LAST_STEP = 20;

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
                        if (standing.step() == LAST_STEP) {
                            waitForTheKill();
                        }
                    }
                };
        Task task = TrainerTest.task(TrainerTest.PLAN);
        new Trainer(task, Path.of(arguments[0]), Duration.ZERO).train(progress, () -> false);
    }

    private static void waitForTheKill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException nobodyInterrupts) {
            throw new IllegalStateException(nobodyInterrupts);
        }
    }
}
