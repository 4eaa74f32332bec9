package loupe.experiment;

/** A text to look at with a model. */
public final class AttentionRequest {

    /** Far beyond any context, so that no text can keep the tokenizer busy for seconds. */
    private static final int LONGEST = 200_000;

    private final String model;
    private final String text;

    private AttentionRequest(String model, String text) {
        this.model = model;
        this.text = text;
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
        if (text.length() > LONGEST) {
            throw new Advice(
                    "The text has %,d characters, more than any model here reads: shorten it."
                            .formatted(text.length()));
        }
        return new AttentionRequest(model, text);
    }

    public String model() {
        return model;
    }

    public String text() {
        return text;
    }
}
