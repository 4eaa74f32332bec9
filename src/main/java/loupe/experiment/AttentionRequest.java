package loupe.experiment;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text to look at with a model, or a pair of them; for a model that reads one text and writes
 * another, perhaps also what it writes.
 */
public final class AttentionRequest {

    /** Far beyond any context, so that no text can keep the tokenizer busy for seconds. */
    private static final int LONGEST = 200_000;

    private final String model;
    private final WeightChoice weights;
    private final String text;
    private final Optional<String> pair;
    private final Optional<String> target;

    private AttentionRequest(
            String model,
            WeightChoice weights,
            String text,
            Optional<String> pair,
            Optional<String> target) {
        this.model = model;
        this.weights = weights;
        this.text = text;
        this.pair = pair;
        this.target = target;
    }

    /**
     * @throws Advice if there is no model or nothing to read
     */
    public static AttentionRequest of(String model, String text) throws Advice {
        if (model.isBlank()) {
            throw new Advice("No model is chosen: choose one.");
        }
        if (text.isBlank()) {
            throw new Advice("The text is empty: write a few words and run it again.");
        }
        fitting(text);
        return new AttentionRequest(
                model, WeightChoice.TRAINED, text, Optional.empty(), Optional.empty());
    }

    /** The same with other weights. */
    public AttentionRequest with(WeightChoice other) {
        return new AttentionRequest(model, other, text, pair, target);
    }

    /**
     * The same with a second sentence; a blank one is none.
     *
     * @throws Advice if it is too long
     */
    public AttentionRequest withPair(String second) throws Advice {
        return new AttentionRequest(model, weights, text, filled(second), target);
    }

    /**
     * The same with what the model writes; where that is blank, it writes by itself.
     *
     * @throws Advice if it is too long
     */
    public AttentionRequest withTarget(String written) throws Advice {
        return new AttentionRequest(model, weights, text, pair, filled(written));
    }

    public String model() {
        return model;
    }

    public WeightChoice weights() {
        return weights;
    }

    public String text() {
        return text;
    }

    public Optional<String> pair() {
        return pair;
    }

    public Optional<String> target() {
        return target;
    }

    private static Optional<String> filled(String text) throws Advice {
        fitting(text);
        return Stream.of(text).filter(each -> !each.isBlank()).findFirst();
    }

    private static void fitting(String text) throws Advice {
        if (text.length() > LONGEST) {
            throw new Advice(
                    "The text has %,d characters, more than any model here reads: shorten it."
                            .formatted(text.length()));
        }
    }
}
