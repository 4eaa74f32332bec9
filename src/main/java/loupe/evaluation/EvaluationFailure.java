package loupe.evaluation;

/** A model or its card could not be read or written; the sentence says which. */
public final class EvaluationFailure extends Exception {

    private static final long serialVersionUID = 1;

    EvaluationFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
