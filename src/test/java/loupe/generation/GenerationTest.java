package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import loupe.model.Batch;
import loupe.model.EncoderDecoder;
import loupe.model.Model;
import loupe.model.Trace;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
    private static final long[] TEXT = {44, 39, 76, 77, 2};

    private static Search plain(Fixture fixture) {
        Search read = Search.read("config.json", fixture.folder().config());
        return new Search(read.start(), read.end(), 10, 1, 1, Search.Patience.SOME, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bart-generation", "marian-all-names", "t5-relu-tied"})
    void greedySearchTakesTheHighestLogitOfTheWholeModelEachTime(String name) throws Exception {
        try (Fixture fixture = Fixture.open("golden/" + name)) {
            Search search = plain(fixture);
            EncoderDecoder model = (EncoderDecoder) fixture.model();
            List<Long> written = new ArrayList<>(List.of(search.start()));
            while (written.size() < search.longest()) {
                long best = argMax(model, written);
                written.add(best);
                if (best == search.end()) {
                    break;
                }
            }
            List<Written> found = Generation.search(model, TEXT, search, () -> false);
            assertEquals(written.subList(1, written.size()), found.get(0).ids());
        }
    }

    private static long argMax(Model model, List<Long> written) {
        try (NDManager run = Torch.scope()) {
            long[] ids = written.stream().mapToLong(Long::longValue).toArray();
            Trace trace = Trace.of(Set.of("logits"));
            model.run(Batch.of(run, TEXT).withDecoder(Batch.of(run, ids)), trace);
            NDArray last = trace.get("logits").get(0).get(ids.length - 1); // (V)
            return last.argMax().getLong();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bart-generation", "marian-all-names", "t5-relu-tied"})
    void moreBeamsFindNoWorseText(String name) throws Exception {
        try (Fixture fixture = Fixture.open("golden/" + name)) {
            EncoderDecoder model = (EncoderDecoder) fixture.model();
            Search search = plain(fixture);
            Written greedy = Generation.search(model, TEXT, search, () -> false).get(0);
            List<Written> found = Generation.search(model, TEXT, search.withBeams(4), () -> false);
            assertEquals(4, found.size());
            assertTrue(found.get(0).score() >= greedy.score() - 1e-6);
        }
    }

    @Test
    void aTextIsNoLongerThanTheModelCanWrite() throws Exception {
        try (Fixture fixture = Fixture.open("golden/bart-generation")) {
            Search search = Search.read("c", fixture.folder().config()).withLongest(1_000);
            EncoderDecoder model = (EncoderDecoder) fixture.model();
            List<Long> ids = Generation.search(model, TEXT, search, () -> false).get(0).ids();
            assertEquals(18, ids.size());
            assertEquals(2, ids.get(17));
        }
    }

    @Test
    void aSearchIsStoppedWithinALayer() throws Exception {
        try (Fixture fixture = Fixture.open("golden/t5-relu-tied")) {
            EncoderDecoder model = (EncoderDecoder) fixture.model();
            Search search = plain(fixture);
            AtomicInteger asked = new AtomicInteger();
            assertEquals(
                    "stopped at encoder.k.0",
                    assertThrows(
                                    CancellationException.class,
                                    () ->
                                            Generation.search(
                                                    model,
                                                    TEXT,
                                                    search,
                                                    () -> asked.incrementAndGet() > 3))
                            .getMessage());
        }
    }

    @Test
    void theSameSeedWritesTheSameTextAndAnotherOneAnother() throws Exception {
        try (Fixture fixture = Fixture.open("models/tiny-gpt")) {
            assertEquals(sample(fixture, 1), sample(fixture, 1));
            assertNotEquals(sample(fixture, 1).ids(), sample(fixture, 2).ids());
            assertEquals(12, sample(fixture, 1).ids().size());
        }
    }

    @Test
    void writingEndsWithTheContext() throws Exception {
        try (Fixture fixture = Fixture.open("models/tiny-gpt")) {
            int context = fixture.model().anatomy().limits().context();
            Sampling sampling = new Sampling(1, 0, 1, 1, Integer.MAX_VALUE, Set.of());
            Written written =
                    Generation.sample(fixture.model(), new long[] {1, 2}, sampling, () -> false);
            assertEquals(context - 2, written.ids().size());
        }
    }

    @Test
    void samplingIsStoppedWithinALayer() throws Exception {
        try (Fixture fixture = Fixture.open("models/tiny-gpt")) {
            Sampling sampling = new Sampling(1, 0, 1, 1, 12, Set.of());
            assertThrows(
                    CancellationException.class,
                    () ->
                            Generation.sample(
                                    fixture.model(), new long[] {1, 2}, sampling, () -> true));
        }
    }

    @Test
    void aModelThatWritesAnotherTextDoesNotGoOn() throws Exception {
        try (Fixture fixture = Fixture.open("golden/t5-relu-tied")) {
            Sampling sampling = new Sampling(1, 0, 1, 1, 12, Set.of());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Generation.sample(fixture.model(), TEXT, sampling, () -> false));
        }
    }

    private static Written sample(Fixture fixture, long seed) {
        Sampling sampling = new Sampling(1, 20, 0.95, seed, 12, Set.of());
        return Generation.sample(fixture.model(), new long[] {1, 2}, sampling, () -> false);
    }
}
