package loupe.training;

/** The world failed while a model was trained: a disk was full, a file could not be read. */
public final class TrainingFailure extends Exception {

    private static final long serialVersionUID = 1;

    TrainingFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
