package loupe.experiment;

import java.util.Optional;

/**
 * Something the student can mend; the message is the sentence shown. Where a model is missing that
 * could be fetched, it says which.
 */
public final class Advice extends Exception {
    private static final long serialVersionUID = 1L;

    private final String missing;

    public Advice(String sentence) {
        super(sentence);
        missing = "";
    }

    public Advice(String sentence, Throwable cause) {
        this(sentence, "", cause);
    }

    /**
     * @param missing the id of the model to fetch
     */
    Advice(String sentence, String missing, Throwable cause) {
        super(sentence, cause);
        this.missing = missing;
    }

    /** The model that is missing and could be fetched. */
    public Optional<String> missing() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }
}
