package loupe.sentences.german;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairGrammarTest {
    private static final PairGrammar GRAMMAR = new PairGrammar();

    @Test
    void theSmallElephantIsHeldOut() {
        assertTrue(PairGrammar.isHeldOut(List.of("elephant", "see", "small")));
    }

    @Test
    void noHeldOutFillingIsLearnt() {
        Set<List<String>> learnt = new HashSet<>(fillings(GRAMMAR::learnt, 2_000));
        Set<List<String>> heldOut = new HashSet<>(fillings(GRAMMAR::heldOut, 100));
        assertTrue(heldOut.size() > 60, () -> heldOut.size() + " fillings");
        heldOut.retainAll(learnt);
        assertEquals(Set.of(), heldOut);
    }

    private static List<List<String>> fillings(
            Function<SplittableRandom, SentencePair> draw, int count) {
        return pairs(draw, count).stream().map(SentencePair::filling).toList();
    }

    private static List<SentencePair> pairs(
            Function<SplittableRandom, SentencePair> draw, int count) {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.generate(() -> draw.apply(random)).limit(count).toList();
    }

    @Test
    void theSameSeedGivesTheSamePairs() {
        assertEquals(pairs(GRAMMAR::learnt, 200), pairs(GRAMMAR::learnt, 200));
    }

    @Test
    void oneEnglishTextHasOneTranslation() {
        Map<String, String> translations = new HashMap<>();
        for (SentencePair pair : pairs(GRAMMAR::learnt, 5_000)) {
            String other = translations.put(pair.englishText(), pair.germanText());
            assertTrue(other == null || other.equals(pair.germanText()), pair::englishText);
        }
    }

    @Test
    void everyWordOfMeaningIsTranslated() {
        for (SentencePair pair : pairs(GRAMMAR::learnt, 1_000)) {
            Set<Integer> told = new TreeSet<>();
            pair.sources().forEach(told::addAll);
            List<String> left = new ArrayList<>();
            for (int i = 0; i < pair.english().size(); i++) {
                if (!told.contains(i) && !pair.english().get(i).equals(",")) {
                    left.add(pair.english().get(i).toLowerCase(Locale.ROOT));
                }
            }
            assertEquals(List.of(), left, pair::englishText);
        }
    }

    @Test
    void wordsKnowWhichOnesTheyTranslate() {
        Clause clause =
                Speech.clause("she", Speech.not("see")).withObject(Speech.phrase("a small dog"));
        SentencePair pair = SentencePair.of(Sentences.statement(clause).and(Sentences.STOP));
        assertEquals("She does not see a small dog.", pair.englishText());
        assertEquals(List.of("Sie", "sieht", "keinen", "kleinen", "Hund", "."), pair.german());
        assertEquals(
                List.of(Set.of(0), Set.of(1, 3), Set.of(2, 4), Set.of(5), Set.of(6), Set.of(7)),
                pair.sources());
        assertEquals(List.of("dog", "see", "small"), pair.filling());
    }

    @Test
    void thereAreSomeHundredsOfWords() {
        Lexicon lexicon = Lexicon.read();
        int words = lexicon.nouns().size() + lexicon.adjectives().size() + lexicon.verbs().size();
        assertTrue(words > 250, () -> words + " nouns, adjectives and verbs");
    }

    @Test
    void textsAreWrittenAsPeopleWriteThem() {
        for (SentencePair pair : pairs(GRAMMAR::heldOut, 100)) {
            for (String text : List.of(pair.englishText(), pair.germanText())) {
                assertTrue(Character.isUpperCase(text.charAt(0)), text);
                assertTrue(text.endsWith(".") || text.endsWith("?"), text);
                assertFalse(text.matches(".*( ,|,,|,\\.|  |_).*"), text);
            }
        }
    }
}
