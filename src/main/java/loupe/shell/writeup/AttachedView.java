package loupe.shell.writeup;

import java.util.Objects;
import loupe.answer.Evidence;

/**
 * What an experiment shows now, as its panel told it.
 *
 * @param experiment the id in the lesson
 * @param caption says in a line what is seen
 */
public record AttachedView(String experiment, String caption, Evidence evidence) {
    public AttachedView {
        Objects.requireNonNull(experiment);
        Objects.requireNonNull(evidence);
        caption = firstSentence(caption);
    }

    /** A picture's words may go on with how it is used; a caption ends after what is seen. */
    private static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return (end < 0 ? words : words.substring(0, end)).strip();
    }
}
