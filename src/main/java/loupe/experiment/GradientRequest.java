package loupe.experiment;

import java.util.Optional;

/**
 * One head of a model, and what the model shall say to a text.
 *
 * @param answer the word at {@code [MASK]}, for a model that guesses hidden words
 */
public record GradientRequest(AttentionRequest run, int layer, int head, Optional<String> answer) {

    /**
     * @throws Advice if layer or head is below 0
     */
    public static GradientRequest of(AttentionRequest run, int layer, int head, String answer)
            throws Advice {
        if (layer < 0 || head < 0) {
            throw new Advice(
                    "There is no layer %d, head %d: both count from 0.".formatted(layer, head));
        }
        return new GradientRequest(
                run, layer, head, Optional.of(answer.strip()).filter(word -> !word.isEmpty()));
    }
}
