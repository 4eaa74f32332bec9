package loupe.experiment;

import java.util.List;
import loupe.tensor.Grid;

/**
 * What training would do to the scores of one head.
 *
 * @param told what the loss asks for: {@code next} for each next token, {@code masked} for the word
 *     at the mask
 * @param loss in nats a token
 * @param attention the head's attention now, (T, T)
 * @param push minus the derivative of the loss by each score before its softmax, (T, T): a small
 *     step of training wants a score with a positive one higher. Each row sums to 0.
 */
public record GradientAnswer(
        String model,
        WeightChoice weights,
        String device,
        List<Piece> tokens,
        int layers,
        int heads,
        boolean causal,
        String told,
        double loss,
        Grid attention,
        Grid push,
        long milliseconds) {

    public GradientAnswer {
        tokens = List.copyOf(tokens);
    }
}
