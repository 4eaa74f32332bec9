package loupe.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import loupe.vocabulary.TrainingAdvice;

/** The models of the course that can be trained. */
public enum CourseModel {
    GPT(GptTask::of),
    BERT(BertTask::of),
    TRANSLATOR(TranslatorTask::of),
    SENTIMENT(SentimentTask::of);

    /** Prepares a task. */
    private interface Maker {
        Task of(Materials materials, Choices choices) throws TrainingFailure;
    }

    private final Maker maker;

    CourseModel(Maker maker) {
        this.maker = maker;
    }

    /** The one of that id, as in {@code course/gpt}. */
    public static Optional<CourseModel> named(String id) {
        return Arrays.stream(values()).filter(model -> model.id().equals(id)).findFirst();
    }

    /** All ids in words: {@code gpt, bert or translator}. */
    public static String ids() {
        String all = Arrays.stream(values()).map(CourseModel::id).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** Such as {@code gpt}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A trainer with all it needs.
     *
     * @param output the folder of the model; made where it is missing
     * @throws TrainingAdvice when materials or choices cannot be used as they are
     * @throws TrainingFailure when the disk fails
     */
    public Trainer trainer(Materials materials, Choices choices, Path output)
            throws TrainingFailure {
        return new Trainer(maker.of(materials, choices), output);
    }
}
