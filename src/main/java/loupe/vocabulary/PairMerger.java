package loupe.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Learns merges from words: again and again the most frequent pair of neighbours becomes a token
 * (Sennrich et al. 2016, algorithm 1). Of equally frequent pairs the one with the lower ids wins,
 * as in Hugging Face's trainer.
 *
 * <p>Counts are kept for distinct words, not for the running text, and after a merge only the words
 * that held the pair are counted again. The queue is not corrected when a count changes: a pair is
 * put in again with its new count, and an entry whose count is no longer true is dropped when it
 * comes up.
 */
final class PairMerger {

    private record Candidate(Merge merge, int count) {}

    private static final int LEAST_COUNT = 2;

    private final int firstId;
    private final List<int[]> words = new ArrayList<>();
    private final List<Integer> frequency = new ArrayList<>();
    private final Map<Merge, Integer> counts = new HashMap<>();
    private final Map<Merge, Set<Integer>> places = new HashMap<>();
    private final PriorityQueue<Candidate> queue =
            new PriorityQueue<>(
                    Comparator.comparingInt((Candidate c) -> -c.count())
                            .thenComparingInt(c -> c.merge().left())
                            .thenComparingInt(c -> c.merge().right()));

    /**
     * @param firstId what the first merge becomes; the next ones follow
     */
    PairMerger(int firstId) {
        this.firstId = firstId;
    }

    /** A distinct word as letters, and how often it stands in the text. */
    void add(int[] letters, int count) {
        words.add(letters.clone());
        frequency.add(count);
    }

    /**
     * At most so many merges, the most frequent first; fewer where no pair is left that occurs
     * twice.
     */
    List<Merge> merges(int wanted) {
        for (int word = 0; word < words.size(); word++) {
            count(word, 1);
        }
        counts.forEach((merge, count) -> queue.add(new Candidate(merge, count)));
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < wanted && !queue.isEmpty()) {
            Candidate best = queue.poll();
            if (best.count() >= LEAST_COUNT
                    && best.count() == counts.getOrDefault(best.merge(), 0)) {
                apply(best.merge(), firstId + merges.size());
                merges.add(best.merge());
            }
        }
        return merges;
    }

    private void apply(Merge merge, int merged) {
        Set<Merge> changed = new HashSet<>();
        for (int word : Set.copyOf(places.get(merge))) {
            changed.addAll(count(word, -1));
            int[] ids = words.get(word);
            words.set(word, Arrays.copyOf(ids, Bpe.apply(merge, merged, ids, ids.length)));
            changed.addAll(count(word, 1));
        }
        changed.remove(merge);
        counts.remove(merge);
        changed.forEach(pair -> queue.add(new Candidate(pair, counts.getOrDefault(pair, 0))));
    }

    /** Adds a word's pairs to the counts, or takes them out; the answer is the pairs. */
    private Set<Merge> count(int word, int sign) {
        int[] ids = words.get(word);
        Set<Merge> pairs = new HashSet<>();
        for (int i = 0; i + 1 < ids.length; i++) {
            Merge pair = new Merge(ids[i], ids[i + 1]);
            pairs.add(pair);
            counts.merge(pair, sign * frequency.get(word), Integer::sum);
        }
        for (Merge pair : pairs) {
            Set<Integer> where = places.computeIfAbsent(pair, key -> new HashSet<>());
            boolean done = sign > 0 ? where.add(word) : where.remove(word);
            assert done : pair;
        }
        return pairs;
    }
}
