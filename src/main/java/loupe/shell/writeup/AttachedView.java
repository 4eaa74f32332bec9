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
        Objects.requireNonNull(caption);
        Objects.requireNonNull(evidence);
    }
}
