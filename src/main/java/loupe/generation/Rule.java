package loupe.generation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a text being written must or must not have, whatever the model thinks of it. */
public sealed interface Rule {

    /**
     * Changes what may come next.
     *
     * @param written the tokens so far, with the one the decoder starts from
     * @param next the logarithm of the probability of each token; minus infinity where one may not
     *     come
     */
    void apply(long[] written, double[] next);

    /** No run of so many tokens comes twice (no_repeat_ngram_size). */
    record NoRepeat(int length) implements Rule {

        public NoRepeat {
            if (length < 1) {
                throw new IllegalArgumentException("a run of " + length + " tokens is none");
            }
        }

        @Override
        public void apply(long[] written, double[] next) {
            int tail = written.length - length + 1; // where the run begins that is to be finished
            for (int i = 0; i < tail; i++) {
                if (Arrays.equals(written, i, i + length - 1, written, tail, written.length)) {
                    next[(int) written[i + length - 1]] = Double.NEGATIVE_INFINITY;
                }
            }
        }
    }

    /** These words, each some tokens long, do not come (bad_words_ids). */
    record Banned(List<List<Long>> words) implements Rule {

        public Banned {
            words = words.stream().map(List::copyOf).toList();
            if (words.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("a word without tokens cannot be banned");
            }
        }

        @Override
        public void apply(long[] written, double[] next) {
            Set<Long> banned = new HashSet<>();
            for (List<Long> word : words) {
                if (endsWith(written, word.subList(0, word.size() - 1))) {
                    banned.add(word.get(word.size() - 1));
                }
            }
            banned.forEach(token -> next[token.intValue()] = Double.NEGATIVE_INFINITY);
        }

        private static boolean endsWith(long[] written, List<Long> start) {
            int from = written.length - start.size();
            for (int i = 0; i < start.size(); i++) {
                if (from < 0 || written[from + i] != start.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The end does not come before the text has so many tokens (min_length). */
    record NotBefore(int length, long end) implements Rule {

        @Override
        public void apply(long[] written, double[] next) {
            if (written.length < length) {
                next[(int) end] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /**
     * That token comes there and no other (forced_bos_token_id, forced_eos_token_id).
     *
     * @param place how many tokens stand before it
     */
    record Forced(int place, long token) implements Rule {

        @Override
        public void apply(long[] written, double[] next) {
            if (written.length == place) {
                Arrays.fill(next, Double.NEGATIVE_INFINITY);
                next[(int) token] = 0;
            }
        }
    }
}
