package loupe.vocabulary;

/**
 * A sentence for the person who trains a vocabulary or a model: what is wrong, what was found, what
 * to do. Unchecked, so that a record can refuse to be born.
 */
public final class TrainingAdvice extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TrainingAdvice(String sentence) {
        super(sentence);
    }
}
