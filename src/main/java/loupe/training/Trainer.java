package loupe.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import loupe.checkpoint.CheckpointException;

/**
 * Trains a GPT-2-shaped model on a text and leaves it as a folder that the Hugging Face libraries
 * and this program open. A run that is stopped or killed is taken up again where its last
 * checkpoint stands, by training again with the same plan, text and folder. One run at a time in a
 * process.
 */
public final class Trainer {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);

    private final Plan plan;
    private final Path text;
    private final Path output;
    private final Duration betweenCheckpoints;

    /**
     * @param text a file, or a folder with {@code .txt} files
     * @param output the folder of the model; made where it is missing
     */
    public Trainer(Plan plan, Path text, Path output) {
        this(plan, text, output, BETWEEN_CHECKPOINTS);
    }

    Trainer(Plan plan, Path text, Path output, Duration betweenCheckpoints) {
        this.plan = plan;
        this.text = text;
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
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    }

    /**
     * Trains until the budget is spent or {@code stopped} says so; then a checkpoint is written
     * first.
     *
     * @throws TrainingAdvice when text or folder cannot be used as they are
     * @throws TrainingFailure when the disk fails
     */
    public Outcome train(Progress progress, BooleanSupplier stopped) throws TrainingFailure {
        Corpus corpus = Corpus.read(text);
        List<String> learnt = corpus.books().stream().map(Book::start).toList();
        Bpe bpe = BpeLearner.learn(learnt, plan.shape().vocabulary());
        Texts texts = Texts.of(corpus, bpe, plan.shape().context());
        try (Learner learner = new Learner(plan.shape(), plan.seed())) {
            Files.createDirectories(output);
            Checkpoints checkpoints = new Checkpoints(output);
            Run run = new Run(plan, learner, sampler(texts, bpe), fingerprint(corpus));
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
            new ModelFiles(output, plan, bpe).write(corpus, texts, run);
            checkpoints.delete();
            return Outcome.FINISHED;
        } catch (IOException | CheckpointException failure) {
            throw new TrainingFailure("\"" + output + "\" could not be read or written.", failure);
        }
    }

    private Sampler sampler(Texts texts, Bpe bpe) {
        return new Sampler(texts.learnt(), bpe.encode("\n")[0], bpe.endOfText(), plan);
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

    /** The same for the same plan on the same texts. */
    private String fingerprint(Corpus corpus) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
            for (Book book : corpus.books()) {
                digest.update((byte) 0);
                digest.update(book.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
