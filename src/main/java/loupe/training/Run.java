package loupe.training;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import loupe.vocabulary.TrainingAdvice;

/** One run under way: a learner, what it is to learn, and how far it is. One thread. */
final class Run {

    /** Share of the newest step in the mean loss and speed that are shown. */
    private static final double FRESH = 0.02;

    private final Task task;
    private final Learner learner;

    private long step;
    private long tokens;
    private double loss;
    private double speed;
    private double secondsBefore;
    private final long start = System.nanoTime();
    private long stepsBefore;
    private long saved = start;

    Run(Task task, Learner learner) {
        this.task = task;
        this.learner = learner;
    }

    String fingerprint() {
        return task.fingerprint();
    }

    Learner learner() {
        return learner;
    }

    long steps() {
        return step;
    }

    /** That the model saw, padding left out. */
    long tokens() {
        return tokens;
    }

    /** Mean loss of late, in nats. */
    double loss() {
        return loss;
    }

    /** Seconds of training, those before a kill included. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - start) / 1e9;
    }

    /** How long, and on how many cores: only on as many does the same seed give the same bytes. */
    String time() {
        return String.format(
                Locale.ROOT,
                "%.1f minutes on %d of %d processor cores",
                seconds() / 60,
                Trainer.threads(),
                Runtime.getRuntime().availableProcessors());
    }

    boolean spent() {
        return progress() >= 1;
    }

    private double progress() {
        return task.budget().progress(step, seconds());
    }

    /** Since the last checkpoint, or the start. */
    Duration unsaved() {
        return Duration.ofNanos(System.nanoTime() - saved);
    }

    Standing step() {
        double progress = progress();
        long before = System.nanoTime();
        List<MicroBatch> examples = task.draw(step, progress);
        step++;
        double now = learner.step(step, task.rate(progress), task.decay(progress), examples);
        if (!Double.isFinite(now)) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "After step %,d the loss is no number any more: this run leads nowhere."
                                    + " Delete its folder and try another --seed.",
                            step - 1));
        }
        int seen = examples.stream().mapToInt(MicroBatch::tokens).sum();
        tokens += seen;
        double pace = seen / ((System.nanoTime() - before) / 1e9);
        loss = step == 1 ? now : loss + FRESH * (now - loss);
        speed = speed == 0 ? pace : speed + FRESH * (pace - speed);
        return new Standing(step, progress(), loss, speed, left());
    }

    private Duration left() {
        double perStep = (seconds() - secondsBefore) / (step - stepsBefore);
        double seconds =
                task.budget().steps() > 0
                        ? perStep * (task.budget().steps() - step)
                        : task.budget().seconds() - seconds();
        return Duration.ofMillis((long) (Math.max(0, seconds) * 1000));
    }

    Checkpoint checkpoint() {
        saved = System.nanoTime();
        return new Checkpoint(fingerprint(), step, tokens, seconds(), loss, learner.state());
    }

    /** Goes on from where the checkpoint was written. */
    void resume(Checkpoint checkpoint) {
        learner.restore(checkpoint.tensors());
        step = checkpoint.step();
        tokens = checkpoint.tokens();
        stepsBefore = step;
        loss = checkpoint.loss();
        secondsBefore = checkpoint.seconds();
    }
}
