package loupe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import loupe.model.Model;
import loupe.model.Trace;
import loupe.tensor.Grid;

/**
 * What a BERT guesses right, as shares from 0 to 1: hidden tokens, and whether the second text
 * follows.
 */
record GapFiller(double words, double pairs) {

    private static final int ROWS = 25;
    private static final String FOLLOWS = "seq_relationship_logits";

    static GapFiller of(Subject subject, List<Gap> gaps) {
        List<Gap> sorted =
                gaps.stream().sorted(Comparator.comparingInt(gap -> gap.tokens().size())).toList();
        long mask = maskId(subject);
        int words = 0;
        int pairs = 0;
        for (int from = 0; from < sorted.size(); from += ROWS) {
            List<Gap> rows = sorted.subList(from, Math.min(from + ROWS, sorted.size()));
            try (NDManager scope = subject.scope().newSubManager()) {
                Guesses guesses = guesses(subject.model(), rows, mask, scope);
                words += guesses.words();
                pairs += guesses.pairs();
            }
        }
        return new GapFiller(
                words / (double) gaps.stream().mapToInt(gap -> gap.hidden().size()).sum(),
                pairs / (double) gaps.stream().filter(gap -> gap.follows().isPresent()).count());
    }

    private static long maskId(Subject subject) {
        return subject.tokenizer().encode("[MASK]").get(1).id();
    }

    private record Guesses(int words, int pairs) {}

    private static Guesses guesses(Model model, List<Gap> gaps, long mask, NDManager scope) {
        String last = "hidden." + model.anatomy().stacks().get(0).layers();
        Trace trace = Trace.of(Set.of(last, FOLLOWS));
        TokenRows rows = new TokenRows(gaps.stream().map(gap -> gap.seen(mask)).toList());
        model.run(rows.batch(scope), trace);
        NDArray logits = model.wordHead().orElseThrow().logits(trace.get(last)); // (B, T, V)
        long[] guessed = logits.argMax(2).toLongArray(); // (B, T)
        Grid follows = trace.grid(FOLLOWS); // (B, 2), the first: it follows
        int words = 0;
        int pairs = 0;
        for (int row = 0; row < gaps.size(); row++) {
            Gap gap = gaps.get(row);
            for (int place : gap.hidden()) {
                long guess = guessed[row * rows.length() + place];
                words += guess == gap.tokens().get(place).id() ? 1 : 0;
            }
            boolean yes = follows.get(row, 0) > follows.get(row, 1);
            pairs += gap.follows().filter(truth -> truth == yes).isPresent() ? 1 : 0;
        }
        return new Guesses(words, pairs);
    }
}
