package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import loupe.vocabulary.WordPieces;
import org.junit.jupiter.api.Test;

class MaskerTest {

    private static final WordPieces PIECES = pieces();
    private static final int HE = PIECES.id("he");
    private static final int ANTECEDENT = 100;
    private static final Masker MASKER = new Masker(PIECES);

    /** The special tokens, "he" and "she", and a thousand words that mean nothing. */
    private static WordPieces pieces() {
        List<String> tokens = new ArrayList<>(WordPieces.SPECIAL);
        tokens.addAll(List.of("he", "she"));
        IntStream.range(0, 1_000).forEach(i -> tokens.add("w" + i));
        return new WordPieces(tokens);
    }

    private static TextPair words(TextPair.Kind kind) {
        int[] words = IntStream.range(100, 120).toArray();
        return new TextPair(words, words, Follows.YES, kind);
    }

    private static List<MaskedText> masked(TextPair pair) {
        SplittableRandom random = new SplittableRandom(5);
        return IntStream.range(0, 1_000).mapToObj(i -> MASKER.mask(pair, random)).toList();
    }

    private static double share(List<MaskedText> texts, TextPair pair) {
        int[] whole = MaskedText.joined(pair);
        long[] counts = new long[3]; // hidden behind [MASK], as they were, something else
        for (MaskedText text : texts) {
            for (int place : text.places()) {
                int now = text.ids()[place];
                counts[now == WordPieces.MASK ? 0 : now == whole[place] ? 1 : 2]++;
            }
        }
        assertEquals(0.8, counts[0] / (double) Arrays.stream(counts).sum(), 0.02);
        assertEquals(0.1, counts[1] / (double) Arrays.stream(counts).sum(), 0.02);
        return Arrays.stream(counts).sum() / 1_000.0;
    }

    @Test
    void threeOfTenWordsAreToldAndEightOfTenAreBehindTheMask() {
        TextPair pair = words(TextPair.Kind.BOOK);
        assertEquals(12, share(masked(pair), pair), 0.4);
    }

    @Test
    void specialTokensStayAndWhatIsToldIsWhatStoodThere() {
        TextPair pair = words(TextPair.Kind.BOOK);
        int[] whole = MaskedText.joined(pair);
        for (MaskedText text : masked(pair)) {
            assertEquals(WordPieces.CLS, text.ids()[0]);
            assertEquals(WordPieces.SEP, text.ids()[21]);
            assertEquals(WordPieces.SEP, text.ids()[42]);
            assertEquals(22, text.second());
            assertArrayEquals(
                    Arrays.stream(text.places()).map(place -> whole[place]).toArray(), text.told());
            List<Integer> changed =
                    IntStream.range(0, 43).filter(i -> text.ids()[i] != whole[i]).boxed().toList();
            assertTrue(
                    Arrays.stream(text.places()).boxed().toList().containsAll(changed),
                    "something else was changed");
        }
    }

    /** Of the three words the pronoun is the last, in the second text. */
    @Test
    void aPronounIsHiddenOrAskedForTheWordItStandsFor() {
        TextPair pair =
                new TextPair(
                        new int[] {ANTECEDENT, 101},
                        new int[] {HE},
                        Follows.YES,
                        TextPair.Kind.SENTENCES,
                        Optional.of(new TextPair.Reference(2, ANTECEDENT)));
        int place = 4;
        int hidden = 0;
        int asked = 0;
        for (MaskedText text : masked(pair)) {
            int at = Arrays.binarySearch(text.places(), place);
            if (at >= 0 && text.told()[at] == HE) {
                hidden += text.ids()[place] == WordPieces.MASK ? 1 : 0;
            } else if (at >= 0) {
                assertEquals(ANTECEDENT, text.told()[at]);
                assertEquals(HE, text.ids()[place]);
                assertEquals(place, text.reference());
                asked++;
            }
        }
        assertEquals(0.75 * 0.7, asked / 1_000.0, 0.05);
        assertTrue(hidden > 0.75 * 0.3 * 1_000 - 50, "hidden " + hidden);
    }

    @Test
    void inACopyOnlyOneOfTheTwoIsHidden() {
        for (MaskedText text : masked(words(TextPair.Kind.COPY))) {
            boolean first = text.places()[0] < text.second();
            for (int place : text.places()) {
                assertEquals(WordPieces.MASK, text.ids()[place]);
                assertEquals(first, place < text.second());
            }
        }
    }

    @Test
    void aTextOfOneWordIsToldWhole() {
        TextPair pair =
                new TextPair(new int[] {100}, new int[0], Follows.UNASKED, TextPair.Kind.BOOK);
        for (MaskedText text : masked(pair)) {
            assertArrayEquals(new int[] {1}, text.places());
            assertArrayEquals(new int[] {100}, text.told());
            assertEquals(3, text.length());
        }
    }
}
