package loupe.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loupe.model.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static Map<String, Object> config(Object... more) {
        Map<String, Object> config = new HashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            config.put((String) more[i], more[i + 1]);
        }
        return config;
    }

    @Test
    void theSummariserWritesAsItsConfigurationSays() {
        Map<String, Object> config =
                config(
                        "model_type", "bart",
                        "num_beams", 4,
                        "max_length", 142,
                        "min_length", 56,
                        "length_penalty", 2.0,
                        "early_stopping", true,
                        "no_repeat_ngram_size", 3,
                        "forced_bos_token_id", 0,
                        "forced_eos_token_id", 2);
        assertEquals(
                new Search(
                        2,
                        2,
                        142,
                        4,
                        2,
                        Search.Patience.NONE,
                        List.of(
                                new Rule.NoRepeat(3),
                                new Rule.NotBefore(56, 2),
                                new Rule.Forced(1, 0),
                                new Rule.Forced(141, 2))),
                Search.read("c", config));
    }

    @Test
    void theTranslatorStartsWithItsPaddingAndNeverWritesIt() {
        Map<String, Object> config =
                config(
                        "model_type", "marian",
                        "num_beams", 6,
                        "max_length", 512,
                        "eos_token_id", 0,
                        "pad_token_id", 58100,
                        "bad_words_ids", List.of(List.of(58100)));
        assertEquals(
                new Search(
                        58100,
                        0,
                        512,
                        6,
                        1,
                        Search.Patience.SOME,
                        List.of(
                                new Rule.Banned(List.of(List.of(58100L))),
                                new Rule.Forced(511, 0))),
                Search.read("c", config));
    }

    @Test
    void withoutAnyWordAboutItASearchIsGreedyAndShort() {
        assertEquals(
                new Search(0, 1, 20, 1, 1, Search.Patience.SOME, List.of()),
                Search.read("c", config("model_type", "t5")));
    }

    @Test
    void anEndThatIsForcedMovesWithTheLength() {
        Search search = Search.read("c", config("model_type", "bart")).withLongest(9);
        assertEquals(List.of(new Rule.Forced(8, 2)), search.rules());
        assertEquals(9, search.longest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_length|1|c: max_length is 1, wanted 2 at least.",
                "num_beams|0|c: num_beams is 0, wanted a positive whole number.",
                "length_penalty|much|c: length_penalty is much, wanted a number.",
                "early_stopping|soon|c: early_stopping is soon, wanted true or false.",
                "bad_words_ids|7|c: bad_words_ids is 7, wanted a list of lists of token numbers.",
                "model_type|gpt2|c: model_type is gpt2, wanted a model that reads a text and writes"
                        + " another."
            })
    void aSettingThatMakesNoSenseIsNamed(String key, String value, String sentence) {
        Map<String, Object> config = config("model_type", "bart");
        config.put(key, value.matches("-?[0-9]+") ? Long.valueOf(value) : value);
        assertEquals(
                sentence,
                assertThrows(ConfigException.class, () -> Search.read("c", config)).getMessage());
    }
}
