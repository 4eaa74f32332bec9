package loupe.generation;

import java.util.List;
import java.util.Map;
import loupe.model.ConfigException;
import loupe.model.ModelType;
import loupe.model.Settings;

/**
 * How a decoder writes: where it starts and ends, and how widely it looks for the best text.
 *
 * @param start what the decoder reads first (decoder_start_token_id)
 * @param end what ends a text (eos_token_id)
 * @param longest tokens in a text at most, start and end counted (max_length)
 * @param beams how many beginnings are followed at once; with one the search is greedy (num_beams)
 * @param lengthPenalty a text's log-probability is divided by its length to this power: above 0
 *     favours long texts, below 0 short ones (length_penalty)
 * @param patience when the search is over (early_stopping)
 * @param rules in the order in which they are applied
 */
public record Search(
        long start,
        long end,
        int longest,
        int beams,
        double lengthPenalty,
        Patience patience,
        List<Rule> rules) {

    /** When a search that has as many finished texts as beams is over. */
    public enum Patience {
        /** At once. */
        NONE,
        /** When the best beginning, ended now, would not do better. */
        SOME,
        /** When no beginning can do better however it goes on. */
        ALL
    }

    public Search {
        if (longest < 2 || beams < 1 || !Double.isFinite(lengthPenalty)) {
            throw new IllegalArgumentException(
                    "no search: length %d, beams %d, penalty %s"
                            .formatted(longest, beams, lengthPenalty));
        }
        rules = List.copyOf(rules);
    }

    /**
     * How a model writes when nothing else is said, from the keys of its {@code config.json} or of
     * those with the keys of its {@code generation_config.json} put over them.
     *
     * @param origin the file, for messages
     * @throws ConfigException if a value makes no sense, or the model is none that reads one text
     *     and writes another
     */
    public static Search read(String origin, Map<String, ?> json) {
        return SearchReader.read(ModelType.read(origin, json), new Settings(origin, json));
    }

    /** The same with another number of beams. */
    public Search withBeams(int other) {
        return new Search(start, end, longest, other, lengthPenalty, patience, rules);
    }

    /** The same with other texts at most so long; a forced end moves there. */
    public Search withLongest(int other) {
        List<Rule> moved =
                rules.stream()
                        .map(
                                rule ->
                                        rule instanceof Rule.Forced forced
                                                        && forced.place() == longest - 1
                                                ? new Rule.Forced(other - 1, forced.token())
                                                : rule)
                        .toList();
        return new Search(start, end, other, beams, lengthPenalty, patience, moved);
    }

    /** A text's log-probability made comparable with those of other lengths. */
    double score(double logProbability, int written) {
        return logProbability / Math.pow(Math.max(1, written), lengthPenalty);
    }
}
