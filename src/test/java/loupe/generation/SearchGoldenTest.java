package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loupe.model.EncoderDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of every search is the one that Hugging Face's generate writes, with its score: {@code
 * src/test/resources/generation/beams.json}, made by the script beside it.
 */
class SearchGoldenTest {

    /** One search: the keys of the configuration that it changes, and what came of it. */
    private record Case(
            String model,
            long[] input,
            Map<String, Object> settings,
            long[][] ids,
            double[] scores) {

        /** Up to the first end, and without the token before the first: what follows is padding. */
        List<Long> written(int rank, long end) {
            long[] row = ids[rank];
            int last =
                    IntStream.range(1, row.length)
                            .filter(i -> row[i] == end)
                            .findFirst()
                            .orElse(row.length - 1);
            return Arrays.stream(row, 1, last + 1).boxed().toList();
        }
    }

    private record Cases(List<Case> cases) {}

    @ParameterizedTest
    @ValueSource(strings = {"bart-generation", "marian-all-names", "t5-relu-tied"})
    void everyTextAndScoreIsThatOfTheReference(String name) throws Exception {
        String json = Files.readString(Fixture.resource("generation/beams.json"));
        try (Fixture fixture = Fixture.open("golden/" + name)) {
            EncoderDecoder model = (EncoderDecoder) fixture.model();
            for (Case one : new Gson().fromJson(json, Cases.class).cases()) {
                if (one.model().equals(name)) {
                    Map<String, Object> config = new HashMap<>(fixture.folder().config());
                    config.putAll(one.settings());
                    Search search = Search.read(name, config);
                    check(one, search, Generation.search(model, one.input(), search, () -> false));
                }
            }
        }
    }

    private static void check(Case one, Search search, List<Written> found) {
        String said = one.settings() + " of " + Arrays.toString(one.input());
        assertEquals(one.ids().length, found.size(), said);
        for (int rank = 0; rank < found.size(); rank++) {
            assertEquals(one.written(rank, search.end()), found.get(rank).ids(), said);
            if (one.scores() != null) {
                double allowed = 1e-5 * Math.max(1, Math.abs(one.scores()[rank]));
                assertEquals(one.scores()[rank], found.get(rank).score(), allowed, said);
            }
        }
    }
}
