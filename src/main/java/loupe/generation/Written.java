package loupe.generation;

import java.util.List;

/**
 * A text that was written.
 *
 * @param ids its tokens, with the end if it came to one and without what the decoder started from
 * @param logProbability of all its tokens together, by the natural logarithm
 * @param score what texts are compared by: the log-probability, seen beside the length
 */
public record Written(List<Long> ids, double logProbability, double score) {

    public Written {
        ids = List.copyOf(ids);
    }
}
