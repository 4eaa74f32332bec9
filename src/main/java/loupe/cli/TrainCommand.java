package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import loupe.training.Budget;
import loupe.training.Outcome;
import loupe.training.Plan;
import loupe.training.Recipe;
import loupe.training.Shape;
import loupe.training.Trainer;
import loupe.training.TrainingAdvice;
import loupe.training.TrainingFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a course model. Ctrl-C saves; the same command goes on from there. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains a small model on a text. Stop it with Ctrl-C; the same command goes on from there.")
public final class TrainCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int STOPPED = 130;
    private static final long LONGEST_SAVE_SECONDS = 60;
    private static final long COURSE_STEPS = 16_000;

    @Parameters(paramLabel = "MODEL", description = "What to train: gpt.")
    private String model;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description = "A text file, or a folder with .txt files (../shared/corpus).")
    private Path corpus;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where checkpoints and the model go (target/train/gpt).")
    private Path output;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps to train (16000).")
    private Long steps;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long to train, instead of --steps.")
    private Double minutes;

    @Option(
            names = "--vocab",
            paramLabel = "N",
            defaultValue = "2048",
            description = "Tokens in the vocabulary (${DEFAULT-VALUE}).")
    private int vocabulary;

    @Option(
            names = "--layers",
            paramLabel = "N",
            defaultValue = "4",
            description = "Layers (${DEFAULT-VALUE}).")
    private int layers;

    @Option(
            names = "--heads",
            paramLabel = "N",
            defaultValue = "4",
            description = "Attention heads in a layer (${DEFAULT-VALUE}).")
    private int heads;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "128",
            description = "Numbers in a token's vector (${DEFAULT-VALUE}).")
    private int width;

    @Option(
            names = "--context",
            paramLabel = "N",
            defaultValue = "128",
            description = "The most tokens it can see (${DEFAULT-VALUE}).")
    private int context;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where chance starts from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Processor cores to use (all).")
    private Integer threads;

    @Override
    public Integer call() {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> save(stop, done), "save on Ctrl-C"));
        try {
            return train(stop);
        } catch (TrainingAdvice advice) {
            System.err.println(advice.getMessage());
            return FAILED;
        } catch (TrainingFailure failure) {
            System.err.println(failure.getMessage() + " (" + failure.getCause().getMessage() + ")");
            return FAILED;
        } finally {
            done.countDown();
        }
    }

    private int train(AtomicBoolean stop) throws TrainingFailure {
        if (!model.equals("gpt")) {
            System.err.println("\"" + model + "\" is no model that can be trained. Choose gpt.");
            return FAILED;
        }
        Path home = Path.of(System.getProperty("loupe.home", "."));
        Path text = corpus != null ? corpus : home.resolve("../shared/corpus").normalize();
        Path folder = output != null ? output : home.resolve("target/train/gpt");
        Shape shape = new Shape(vocabulary, layers, heads, width, context);
        if (minutes != null && steps != null) {
            System.err.println("--steps and --minutes both say how long. Give one of them.");
            return FAILED;
        }
        Trainer.useThreads(threads != null ? threads : Runtime.getRuntime().availableProcessors());
        TrainingLine line = new TrainingLine(System.out, System.console() != null);
        Plan plan = new Plan(shape, Recipe.course(), budget(), seed);
        Outcome outcome = new Trainer(plan, text, folder).train(line, stop::get);
        line.end();
        if (outcome == Outcome.STOPPED) {
            System.out.println("Saved in " + folder + ". Give the same command again to go on.");
            return STOPPED;
        }
        System.out.println(
                "The model is in " + folder + "; README.md there says what it is worth.");
        return 0;
    }

    private Budget budget() {
        if (minutes != null) {
            return Budget.ofMinutes(minutes);
        }
        return Budget.ofSteps(steps != null ? steps : COURSE_STEPS);
    }

    /** Runs when the process is asked to end: waits until the training thread has saved. */
    private static void save(AtomicBoolean stop, CountDownLatch done) {
        stop.set(true);
        try {
            if (!done.await(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Not saved in time; the last checkpoint stands.");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
