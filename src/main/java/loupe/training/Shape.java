package loupe.training;

import java.util.Locale;
import loupe.vocabulary.TrainingAdvice;

/**
 * The size of a GPT-2-shaped model: tokens in the vocabulary, layers, heads a layer, width of a
 * token's vector, tokens it sees.
 */
public record Shape(int vocabulary, int layers, int heads, int width, int context) {

    /**
     * @throws TrainingAdvice when a number is out of range, or the heads do not divide the width
     */
    public Shape {
        within("--vocab", vocabulary, 257, 65_536);
        within("--layers", layers, 1, 48);
        within("--heads", heads, 1, 64);
        within("--width", width, 4, 2_048);
        within("--context", context, 8, 2_048);
        if (width % heads != 0) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "A width of %,d cannot be shared by %d heads. Choose a --width that --heads divides.",
                            width,
                            heads));
        }
    }

    /** The course model's. */
    public static Shape course() {
        return new Shape(2_048, 4, 4, 192, 128);
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new TrainingAdvice(
                    String.format(
                            Locale.ROOT,
                            "%s is %,d. Choose a number from %,d to %,d.",
                            option,
                            value,
                            least,
                            most));
        }
    }
}
