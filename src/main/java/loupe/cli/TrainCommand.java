package loupe.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import loupe.evaluation.Evaluation;
import loupe.evaluation.EvaluationFailure;
import loupe.evaluation.Report;
import loupe.training.Budget;
import loupe.training.Choices;
import loupe.training.CourseModel;
import loupe.training.Materials;
import loupe.training.Outcome;
import loupe.training.Trainer;
import loupe.training.TrainingFailure;
import loupe.vocabulary.TrainingAdvice;
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

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "What to train: gpt, bert, translator or sentiment.")
    private String model;

    @Option(
            names = "--evaluate",
            description =
                    "Train nothing: measure the models that come with the course, or MODEL, or the one in"
                            + " --output, print a table and write it into the model's card.")
    private boolean evaluate;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            description =
                    "A text file, or a folder with .txt files, to learn from and nothing else. Without it,"
                            + " the books in ../shared/corpus and generated sentences.")
    private Path corpus;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where checkpoints and the model go (target/train/MODEL).")
    private Path output;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many steps to train (as the course model).")
    private Long steps;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long to train, instead of --steps.")
    private Double minutes;

    @Option(
            names = "--vocab",
            paramLabel = "N",
            description = "Tokens in the vocabulary (as the course model has it, like all sizes).")
    private Optional<Integer> vocabulary = Optional.empty();

    @Option(names = "--layers", paramLabel = "N", description = "Layers.")
    private Optional<Integer> layers = Optional.empty();

    @Option(names = "--heads", paramLabel = "N", description = "Attention heads in a layer.")
    private Optional<Integer> heads = Optional.empty();

    @Option(names = "--width", paramLabel = "N", description = "Numbers in a token's vector.")
    private Optional<Integer> width = Optional.empty();

    @Option(names = "--context", paramLabel = "N", description = "The most tokens it can see.")
    private Optional<Integer> context = Optional.empty();

    @Option(
            names = "--parts",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Parts that each step is cut into, to need less memory (${DEFAULT-VALUE}).")
    private int parts;

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
            return evaluate ? evaluateAll() : train(stop);
        } catch (TrainingAdvice advice) {
            System.err.println(advice.getMessage());
            return FAILED;
        } catch (TrainingFailure | EvaluationFailure failure) {
            System.err.println(failure.getMessage() + " (" + failure.getCause().getMessage() + ")");
            return FAILED;
        } finally {
            done.countDown();
        }
    }

    private int train(AtomicBoolean stop) throws TrainingFailure, EvaluationFailure {
        if (model == null) {
            System.err.printf("Say what to train: %s.%n", CourseModel.ids());
            return FAILED;
        }
        Optional<CourseModel> chosen = CourseModel.named(model);
        if (chosen.isEmpty()) {
            System.err.printf(
                    "\"%s\" is no model that can be trained. Choose %s.%n",
                    model, CourseModel.ids());
            return FAILED;
        }
        if (minutes != null && steps != null) {
            System.err.println("--steps and --minutes both say how long. Give one of them.");
            return FAILED;
        }
        Path folder = output != null ? output : home().resolve("target/train/" + model);
        Trainer.useThreads(threads != null ? threads : Runtime.getRuntime().availableProcessors());
        TrainingLine line = new TrainingLine(System.out, System.console() != null);
        Outcome outcome =
                chosen.get().trainer(materials(), choices(), folder).train(line, stop::get);
        line.end();
        if (outcome == Outcome.STOPPED) {
            System.out.println("Saved in " + folder + ". Give the same command again to go on.");
            return STOPPED;
        }
        Optional<Evaluation> evaluation = Evaluation.named(model);
        if (evaluation.isPresent()) {
            evaluate(evaluation.get(), folder);
        }
        System.out.println(
                "The model is in " + folder + "; README.md there says what it is worth.");
        return 0;
    }

    private int evaluateAll() throws EvaluationFailure {
        Trainer.useThreads(threads != null ? threads : Runtime.getRuntime().availableProcessors());
        boolean any = false;
        for (Evaluation evaluation : Evaluation.values()) {
            Path folder = output != null ? output : shipped(evaluation);
            boolean wanted = model == null ? output == null : model.equals(evaluation.id());
            if (wanted && Evaluation.isThere(folder)) {
                evaluate(evaluation, folder);
                any = true;
            }
        }
        if (!any) {
            System.err.println(
                    output != null && model == null
                            ? "Say which model is in --output, as in: train gpt --evaluate --output FOLDER."
                            : "There is no such model to measure. Train it first.");
            return FAILED;
        }
        return 0;
    }

    private void evaluate(Evaluation evaluation, Path folder) throws EvaluationFailure {
        System.out.println("course/" + evaluation.id() + ", in " + folder + ":");
        Report report = evaluation.measure(folder, materials().corpus());
        Evaluation.write(report, folder);
        System.out.println(report.table());
    }

    private static Path shipped(Evaluation evaluation) {
        return home().resolve("assets/models").resolve(evaluation.id());
    }

    private static Path home() {
        return Path.of(System.getProperty("loupe.home", "."));
    }

    private Materials materials() {
        Path books = home().resolve("../shared/corpus").normalize();
        Path base = home().resolve("assets/models/bert");
        return corpus != null
                ? new Materials(corpus, false, base)
                : new Materials(books, true, base);
    }

    private Choices choices() {
        Choices.Sizes sizes = new Choices.Sizes(vocabulary, layers, heads, width, context);
        return new Choices(sizes, budget(), seed, parts);
    }

    private Optional<Budget> budget() {
        if (minutes != null) {
            return Optional.of(Budget.ofMinutes(minutes));
        }
        return Optional.ofNullable(steps).map(Budget::ofSteps);
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
