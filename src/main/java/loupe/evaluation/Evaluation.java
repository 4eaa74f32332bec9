package loupe.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import loupe.checkpoint.CheckpointException;
import loupe.token.TokenizerException;
import loupe.training.Corpus;
import loupe.training.TrainingFailure;

/** The course models that are measured, each by what it was made for. */
public enum Evaluation {
    GPT(new GptExaminer()),
    BERT(new BertExaminer()),
    SENTIMENT(new SentimentExaminer()),
    TRANSLATOR(new TranslatorExaminer());

    private final Examiner examiner;

    Evaluation(Examiner examiner) {
        this.examiner = examiner;
    }

    /** The one of that id, such as {@code gpt}. */
    public static Optional<Evaluation> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** Such as {@code gpt}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a model in that folder. */
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve("config.json"));
    }

    /**
     * Measures the model in the folder; the same model and texts always give the same numbers.
     *
     * @param corpus what the models learnt from, in which their held-out text is; where it is not
     *     there, nothing is measured on books
     */
    public Report measure(Path folder, Path corpus) throws EvaluationFailure {
        try (Subject subject = Subject.open(folder)) {
            return examiner.examine(subject, books(corpus));
        } catch (CheckpointException | TokenizerException failure) {
            throw new EvaluationFailure(folder + " cannot be measured.", failure);
        } catch (TrainingFailure failure) {
            throw new EvaluationFailure(failure.getMessage(), failure);
        }
    }

    /** Writes what was measured into the model's card. */
    public static void write(Report report, Path folder) throws EvaluationFailure {
        try {
            new Card(folder).write(report);
        } catch (IOException failure) {
            throw new EvaluationFailure("The card in " + folder + " cannot be written.", failure);
        }
    }

    private static Optional<Books> books(Path corpus) throws TrainingFailure {
        return Files.exists(corpus) ? Optional.of(Books.of(Corpus.read(corpus))) : Optional.empty();
    }
}
