package loupe.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import loupe.sentences.Part;
import loupe.vocabulary.WordPieceLearner;
import loupe.vocabulary.WordPieces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the texts of a BERT come from. */
class PairsTest {

    private static final int MANY = 2_000;
    private static WordPieces pieces;
    private static BookPairs books;

    @BeforeAll
    static void read() throws Exception {
        String book =
                Files.readString(
                        Path.of(System.getProperty("loupe.home"))
                                .resolve("../shared/corpus/alice-in-wonderland.txt"),
                        UTF_8);
        pieces = WordPieceLearner.learn(List.of(book), 1_000);
        books = new BookPairs(List.of(book), pieces);
    }

    private static List<TextPair> draw(Function<SplittableRandom, TextPair> source) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, MANY).mapToObj(i -> source.apply(random)).toList();
    }

    private static double share(List<TextPair> pairs, Follows follows) {
        return pairs.stream().filter(pair -> pair.follows() == follows).count()
                / (double) pairs.size();
    }

    /** Where the row of tokens stands in the book, or -1. */
    private static int place(int[] tokens) {
        for (int i = 0; i + tokens.length <= books.tokens().length; i++) {
            if (Arrays.equals(tokens, 0, tokens.length, books.tokens(), i, i + tokens.length)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void halfOfTheBookPairsGoOnAndAllFit() {
        List<TextPair> pairs = draw(random -> books.draw(random, 48));
        assertEquals(0.5, share(pairs, Follows.YES), 0.04);
        assertEquals(0.5, share(pairs, Follows.NO), 0.04);
        assertTrue(pairs.stream().allMatch(pair -> pair.length() <= 48));
        assertTrue(pairs.stream().allMatch(pair -> pair.first().length > 0));
    }

    @Test
    void aBookPairThatGoesOnStandsSoInTheBook() {
        for (TextPair pair : draw(random -> books.draw(random, 48)).subList(0, 50)) {
            int[] both = new int[pair.first().length + pair.second().length];
            System.arraycopy(pair.first(), 0, both, 0, pair.first().length);
            System.arraycopy(pair.second(), 0, both, pair.first().length, pair.second().length);
            if (pair.follows() == Follows.YES) {
                assertTrue(place(both) >= 0);
            }
        }
    }

    @Test
    void halfOfThePassagePairsGoOnAndASingleTextIsNotAskedAbout() {
        PassagePairs passages = new PassagePairs(pieces, Part.TRAINING);
        List<TextPair> pairs = draw(random -> passages.draw(random, 0.3));
        double yes = share(pairs, Follows.YES);
        assertTrue(yes > 0.1, "share " + yes);
        assertEquals(yes, share(pairs, Follows.NO), 0.04);
        for (TextPair pair : pairs) {
            assertEquals(pair.second().length == 0, pair.follows() == Follows.UNASKED);
        }
    }

    @Test
    void whatAPronounStandsForIsAWordBeforeIt() {
        PassagePairs passages = new PassagePairs(pieces, Part.TRAINING);
        int found = 0;
        for (TextPair pair : draw(random -> passages.draw(random, 0.3))) {
            if (pair.reference().isPresent()) {
                TextPair.Reference reference = pair.reference().get();
                int[] joined = MaskedText.joined(pair);
                int place = pair.joined(reference.pronoun());
                String pronoun = pieces.tokens().get(joined[place]);
                assertTrue(
                        pronoun.matches("he|she|it|they|them|his|her|him(self)?|herself"), pronoun);
                int antecedent = reference.antecedent();
                assertTrue(
                        Arrays.stream(joined, 0, place).anyMatch(token -> token == antecedent),
                        pieces.tokens().get(antecedent));
                found++;
            }
        }
        assertTrue(found > MANY / 100, "found " + found);
    }

    @Test
    void aCopyIsTheSameTextTwiceAndFits() {
        CopyPairs copies = new CopyPairs(books.tokens(), pieces.size());
        for (TextPair pair : draw(random -> copies.draw(random, 33))) {
            assertArrayEquals(pair.first(), pair.second());
            assertTrue(pair.length() <= 33 && pair.first().length >= 5);
        }
    }

    @Test
    void theTextsOfAStepComeByStepAndSeedAlone() {
        assertEquals(texts(1, 7), texts(1, 7));
        assertTrue(!texts(1, 7).equals(texts(1, 8)) && !texts(1, 7).equals(texts(2, 7)));
    }

    private static List<List<Integer>> texts(long seed, long step) {
        BertPlan plan =
                new BertPlan(
                        new Shape(1_000, 1, 1, 8, 64),
                        BertRecipe.course(),
                        Budget.ofSteps(10),
                        seed,
                        1);
        return new PairSampler(plan, books, pieces)
                .draw(step, new BertStage(40, 0.3, 0.3, 1)).stream()
                        .map(text -> Arrays.stream(text.ids()).boxed().toList())
                        .toList();
    }
}
