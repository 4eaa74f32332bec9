package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches in a language of four tokens, of which 0 ends a text and 3 starts it. */
class BeamSearchTest {
    private static final int TOKENS = 4;
    private static final int LONGEST = 6;

    /** What comes next depends on all that was written, by chance but always alike. */
    private static NextToken model(long seed) {
        return beginnings -> {
            float[][] logits = new float[beginnings.length][TOKENS];
            for (int row = 0; row < logits.length; row++) {
                Random chance = new Random(seed * 1_000_003 + Arrays.hashCode(beginnings[row]));
                for (int token = 0; token < TOKENS; token++) {
                    logits[row][token] = (float) chance.nextGaussian() * 2;
                }
            }
            return logits;
        };
    }

    private static Search search(int beams, double penalty, Search.Patience patience) {
        return new Search(3, 0, LONGEST, beams, penalty, patience, List.of());
    }

    private static List<Written> run(NextToken model, Search search) {
        return new BeamSearch(model, search, () -> false).run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void enoughBeamsAndPatienceFindTheBestTextOfAll(double penalty) {
        for (long seed = 0; seed < 10; seed++) {
            Search search = search(1_000, penalty, Search.Patience.ALL);
            List<Written> all = new ArrayList<>();
            collect(model(seed), search, Beginning.of(3), all);
            all.sort(Comparator.comparingDouble(Written::score).reversed());
            assertEquals(all.subList(0, 20), run(model(seed), search).subList(0, 20));
        }
    }

    /** All texts there are. */
    private static void collect(
            NextToken model, Search search, Beginning from, List<Written> texts) {
        if (from.ids().length > 1 && from.last() == 0 || from.ids().length == LONGEST) {
            texts.add(from.finished(search));
            return;
        }
        double[] next = Likelihood.of(model.after(new long[][] {from.ids()})[0]);
        for (int token = 0; token < TOKENS; token++) {
            collect(model, search, from.and(token, from.logProbability() + next[token]), texts);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1, 2})
    void oneBeamTakesTheLikeliestTokenEachTime(double penalty) {
        for (long seed = 0; seed < 50; seed++) {
            List<Long> greedy = new ArrayList<>();
            long[] written = {3};
            while (written.length < LONGEST
                    && (greedy.isEmpty() || written[written.length - 1] != 0)) {
                float[] logits = model(seed).after(new long[][] {written})[0];
                long best = Likelihood.highest(Likelihood.of(logits));
                greedy.add(best);
                written = Arrays.copyOf(written, written.length + 1);
                written[written.length - 1] = best;
            }
            for (Search.Patience patience : Search.Patience.values()) {
                List<Written> found = run(model(seed), search(1, penalty, patience));
                assertEquals(1, found.size());
                assertEquals(greedy, found.get(0).ids(), patience + " " + seed);
            }
        }
    }

    @Test
    void noTextComesTwiceAndTheBestComesFirst() {
        for (long seed = 0; seed < 20; seed++) {
            List<Written> found = run(model(seed), search(5, 1, Search.Patience.SOME));
            assertEquals(5, found.stream().map(Written::ids).distinct().count());
            for (int i = 1; i < found.size(); i++) {
                assertTrue(found.get(i - 1).score() >= found.get(i).score());
            }
        }
    }

    @Test
    void fewerTextsThanBeamsAreAllThatThereAre() {
        NextToken certain = b -> new float[b.length][1]; // the end is the only token
        Search search = new Search(0, 0, LONGEST, 3, 1, Search.Patience.SOME, List.of());
        List<Written> found = run(certain, search);
        assertEquals(List.of(new Written(List.of(0L), 0, 0)), found);
    }

    @Test
    void whereNoTokenMayComeTheTextEndsAsItIs() {
        List<Rule> noEndAndNoTokenTwice =
                List.of(new Rule.Banned(List.of(List.of(0L))), new Rule.NoRepeat(1));
        Search search = new Search(3, 0, LONGEST, 2, 1, Search.Patience.SOME, noEndAndNoTokenTwice);
        List<List<Long>> found = run(model(1), search).stream().map(Written::ids).toList();
        assertEquals(2, found.size());
        assertTrue(found.containsAll(List.of(List.of(1L, 2L), List.of(2L, 1L))));
    }

    @Test
    void aSearchThatIsStoppedEndsAtTheNextToken() {
        AtomicInteger asked = new AtomicInteger();
        BeamSearch search =
                new BeamSearch(
                        model(1),
                        search(2, 1, Search.Patience.SOME),
                        () -> asked.incrementAndGet() > 2);
        assertEquals(
                "stopped at token 3",
                assertThrows(CancellationException.class, search::run).getMessage());
    }
}
