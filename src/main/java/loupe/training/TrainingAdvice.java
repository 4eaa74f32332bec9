package loupe.training;

/**
 * A sentence for the person who trains: what is wrong, what was found, what to do. Unchecked, so
 * that a record can refuse to be born.
 */
public final class TrainingAdvice extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingAdvice(String sentence) {
        super(sentence);
    }
}
