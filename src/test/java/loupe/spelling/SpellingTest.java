package loupe.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which words are marked, and which are none of a dictionary's business. */
class SpellingTest {
    private static List<String> unknown(String text) {
        return Spelling.of("en").orElseThrow().unknown(text).stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }

    @Test
    void mistypedWordsAreFound() {
        assertEquals(List.of("attenntion", "Teh"), unknown("The attenntion of a head. Teh end."));
    }

    @Test
    void wordsOfTheFieldContractionsAndInflectionsAreKnown() {
        assertEquals(
                List.of(),
                unknown("The softmax of logits doesn't hide tokens; it’s the model’s embeddings."));
    }

    @Test
    void codeFormulasAddressesAndNamesOfVariablesArePassedOver() {
        assertEquals(
                List.of(),
                unknown(
                        "`qwx` and $qwx$, ![qwx](evidence:qwx), https://qwx.example/qwx, qwx@qwx.org,"
                                + " q_wx, GPT, qX, W1\n```\nqwxx\n```\n"));
    }

    @Test
    void aWordHasSuggestions() {
        assertTrue(Spelling.of("en").orElseThrow().suggestions("attenntion").contains("attention"));
    }

    @Test
    void aLanguageWithoutADictionaryHasNoMarks() {
        assertEquals(Optional.empty(), Spelling.of("xx"));
        assertEquals(Optional.empty(), Spelling.of("../../etc"));
    }
}
