package loupe.training;

import java.time.Duration;
import java.util.Locale;

/** One run under way: a learner, what it learns from, and how far it is. One thread. */
final class Run {

    /** Share of the newest step in the mean loss and speed that are shown. */
    private static final double FRESH = 0.02;

    private final Plan plan;
    private final Learner learner;
    private final Sampler sampler;
    private final String fingerprint;

    private long step;
    private double loss;
    private double speed;
    private double secondsBefore;
    private final long start = System.nanoTime();
    private long stepsBefore;
    private long saved = start;

    Run(Plan plan, Learner learner, Sampler sampler, String fingerprint) {
        this.plan = plan;
        this.learner = learner;
        this.sampler = sampler;
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }

    Learner learner() {
        return learner;
    }

    long steps() {
        return step;
    }

    /** Mean loss of late, in nats. */
    double loss() {
        return loss;
    }

    /** Seconds of training, those before a kill included. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - start) / 1e9;
    }

    boolean spent() {
        return plan.budget().progress(step, seconds()) >= 1;
    }

    /** Since the last checkpoint, or the start. */
    Duration unsaved() {
        return Duration.ofNanos(System.nanoTime() - saved);
    }

    Standing step() {
        double progress = plan.budget().progress(step, seconds());
        int length = plan.length(progress);
        Sequences sequences = sampler.draw(step, plan.rows(progress), length);
        long before = System.nanoTime();
        step++;
        double now = learner.step(step, plan.rate(progress), sequences);
        if (!Double.isFinite(now)) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "After step %,d the loss is no number any more: this run leads nowhere."
                                    + " Delete its folder and try another --seed.",
                            step - 1));
        }
        double pace = sequences.rows() * length / ((System.nanoTime() - before) / 1e9);
        loss = step == 1 ? now : loss + FRESH * (now - loss);
        speed = speed == 0 ? pace : speed + FRESH * (pace - speed);
        return new Standing(step, plan.budget().progress(step, seconds()), loss, speed, left());
    }

    private Duration left() {
        double perStep = (seconds() - secondsBefore) / (step - stepsBefore);
        double seconds =
                plan.budget().steps() > 0
                        ? perStep * (plan.budget().steps() - step)
                        : plan.budget().seconds() - seconds();
        return Duration.ofMillis((long) (Math.max(0, seconds) * 1000));
    }

    Checkpoint checkpoint() {
        saved = System.nanoTime();
        return new Checkpoint(fingerprint, step, seconds(), loss, learner.state());
    }

    /** Goes on from where the checkpoint was written. */
    void resume(Checkpoint checkpoint) {
        learner.restore(checkpoint.tensors());
        step = checkpoint.step();
        stepsBefore = step;
        loss = checkpoint.loss();
        secondsBefore = checkpoint.seconds();
    }
}
