package loupe.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import loupe.checkpoint.CheckpointException;
import loupe.vocabulary.TrainingAdvice;

/**
 * Trains a model and leaves it as a folder that the Hugging Face libraries and this program open. A
 * run that is stopped or killed is taken up again where its last checkpoint stands, by training
 * again with the same settings, data and folder. One run at a time in a process.
 */
public final class Trainer {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);

    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private final Task task;
    private final Path output;
    private final Duration betweenCheckpoints;

    /**
     * @param output the folder of the model; made where it is missing
     */
    Trainer(Task task, Path output) {
        this(task, output, BETWEEN_CHECKPOINTS);
    }

    Trainer(Task task, Path output, Duration betweenCheckpoints) {
        this.task = task;
        this.output = output;
        this.betweenCheckpoints = betweenCheckpoints;
    }

    /**
     * How many processor cores the engine may use; heard only before its first use in this process.
     */
    public static void useThreads(int threads) {
        if (threads < 1) {
            throw new TrainingAdvice("--threads is " + threads + ". Choose a number from 1 on.");
        }
        System.setProperty(THREADS, Integer.toString(threads));
    }

    /** How many it uses: what was asked for, or all there are. */
    static int threads() {
        return Integer.getInteger(THREADS, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Trains until the budget is spent or {@code stopped} says so; then a checkpoint is written
     * first.
     *
     * @throws TrainingAdvice when the folder cannot be used as it is
     * @throws TrainingFailure when the disk fails
     */
    public Outcome train(Progress progress, BooleanSupplier stopped) throws TrainingFailure {
        try (Learner learner = new Learner(task::start)) {
            Files.createDirectories(output);
            Checkpoints checkpoints = new Checkpoints(output);
            Run run = new Run(task, learner);
            resume(run, checkpoints, progress);
            while (!run.spent() && !stopped.getAsBoolean()) {
                progress.standing(run.step());
                if (run.unsaved().compareTo(betweenCheckpoints) >= 0) {
                    checkpoints.save(run.checkpoint());
                }
            }
            if (!run.spent()) {
                checkpoints.save(run.checkpoint());
                return Outcome.STOPPED;
            }
            learner.round();
            task.write(output, run);
            checkpoints.delete();
            return Outcome.FINISHED;
        } catch (IOException | CheckpointException failure) {
            throw new TrainingFailure("\"" + output + "\" could not be read or written.", failure);
        }
    }

    private void resume(Run run, Checkpoints checkpoints, Progress progress) throws IOException {
        try (NDManager scope = run.learner().manager().newSubManager()) {
            Optional<Checkpoint> latest = checkpoints.latest(scope, progress);
            if (latest.isEmpty()) {
                return;
            }
            if (!latest.get().run().equals(run.fingerprint())) {
                throw new TrainingAdvice(
                        "\""
                                + output
                                + "\" holds an unfinished run with other settings or another text."
                                + " Repeat those, name another folder with --output, or delete this one.");
            }
            run.resume(latest.get());
            progress.remark(String.format(Locale.ROOT, "Going on after step %,d.", run.steps()));
        }
    }
}
