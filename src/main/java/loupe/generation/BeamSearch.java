package loupe.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The likeliest texts by following the K likeliest beginnings at once, as Hugging Face's generate
 * does it: of the 2K likeliest continuations those that end, and stand among the first K, are
 * finished texts; the first K of the others go on.
 */
final class BeamSearch {
    private final NextToken model;
    private final Search search;
    private final BooleanSupplier stopped;
    private final List<Written> finished = new ArrayList<>(); // best first, K at most

    BeamSearch(NextToken model, Search search, BooleanSupplier stopped) {
        this.model = model;
        this.search = search;
        this.stopped = stopped;
    }

    /** The best texts found, best first. */
    List<Written> run() {
        List<Beginning> running = List.of(Beginning.of(search.start()));
        for (int length = 2; length <= search.longest() && !isOver(running); length++) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("stopped at token " + (length - 1));
            }
            List<Beginning> candidates = candidates(running);
            if (candidates.isEmpty()) {
                running.forEach(this::finish); // the rules leave no token: they end as they are
            }
            running = sorted(candidates, length == search.longest());
        }
        return List.copyOf(finished);
    }

    /** The likeliest continuations of all beginnings together, best first, 2K at most. */
    private List<Beginning> candidates(List<Beginning> running) {
        float[][] logits = model.after(running.stream().map(Beginning::ids).toArray(long[][]::new));
        int enough = 2 * search.beams();
        PriorityQueue<Beginning> best =
                new PriorityQueue<>(Comparator.comparingDouble(Beginning::logProbability));
        for (int beam = 0; beam < running.size(); beam++) {
            Beginning from = running.get(beam);
            double[] next = Likelihood.of(logits[beam], from.ids(), search);
            for (int token = 0; token < next.length; token++) {
                double sum = from.logProbability() + next[token];
                boolean better = best.size() < enough || sum > best.peek().logProbability();
                if (better && sum > Double.NEGATIVE_INFINITY) {
                    best.add(from.and(token, sum));
                    if (best.size() > enough) {
                        best.remove();
                    }
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Beginning::logProbability).reversed())
                .toList();
    }

    /** Puts what ends to the finished texts and gives what goes on. */
    private List<Beginning> sorted(List<Beginning> candidates, boolean last) {
        List<Beginning> next = new ArrayList<>();
        for (int rank = 0; rank < candidates.size(); rank++) {
            Beginning candidate = candidates.get(rank);
            if (last || candidate.last() == search.end()) {
                if (rank < search.beams()) {
                    finish(candidate);
                }
            } else if (next.size() < search.beams()) {
                next.add(candidate);
            }
        }
        return next;
    }

    private void finish(Beginning candidate) {
        finished.add(candidate.finished(search));
        finished.sort(Comparator.comparingDouble(Written::score).reversed());
        if (finished.size() > search.beams()) {
            finished.remove(search.beams());
        }
    }

    private boolean isFull() {
        return finished.size() == search.beams();
    }

    private boolean isOver(List<Beginning> running) {
        if (running.isEmpty() || !isFull()) {
            return running.isEmpty();
        }
        boolean toTheEnd = search.patience() == Search.Patience.ALL && search.lengthPenalty() > 0;
        Beginning best = running.get(0);
        int length = toTheEnd ? search.longest() : best.ids().length;
        return search.beams() == 1
                || search.patience() == Search.Patience.NONE
                || search.score(best.logProbability(), length - 1)
                        <= finished.get(finished.size() - 1).score();
    }
}
