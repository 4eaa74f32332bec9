package loupe.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we cut is compared with what the Hugging Face library makes of our tokenizer.json. */
class WordPieceTest {

    private static final Path TEXT =
            Path.of(System.getProperty("loupe.home"))
                    .resolve("../shared/corpus/alice-in-wonderland.txt");

    @TempDir private static Path folder;

    private static String book;
    private static WordPieces pieces;
    private static HuggingFaceTokenizer library;

    @BeforeAll
    static void learn() throws Exception {
        book = Files.readString(TEXT, UTF_8);
        pieces = WordPieceLearner.learn(List.of(book), 800);
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, WordPieceFiles.tokenizer(pieces));
        library = HuggingFaceTokenizer.newInstance(file);
    }

    private static long[] ours(String text) {
        return Arrays.stream(pieces.encode(text)).asLongStream().toArray();
    }

    private static long[] theirs(String text) {
        return library.encode(text, false, false).getIds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alice was beginning to get very tired.",
                "\"What's THAT?\" -- she said; (it wasn't) [so].",
                "naïve café Ångström, 12,345.67 $5 ^_^ ~`|",
                "tabs\tand\nbreaks and\u00A0spaces\u2028here",
                "zero\u200Bwidth, bell\u0007, soft\u00ADhyphen, replacement\uFFFD",
                "漢字 and kana かな and hangul 한글",
                "emoji 🙂 and 𝒜lice",
                "Straße İstanbul ǅ ﬁne",
                "\u00BFQué? \u2026 \u2014 \u2018so\u2019 \u201Csaid\u201D \u00AB\u00BB \u00A7",
                ""
            })
    void aTextIsCutAsTheLibraryCutsIt(String text) {
        assertArrayEquals(theirs(text), ours(text), text);
    }

    @Test
    void aWholeBookIsCutAsTheLibraryCutsIt() {
        for (String line : book.split("\n")) {
            assertArrayEquals(theirs(line), ours(line), line);
        }
    }

    @Test
    void aWordThatIsTooLongIsUnknownAsAWhole() {
        String word = "a".repeat(WordPieces.LONGEST_WORD);
        assertTrue(ours(word).length > 1);
        assertArrayEquals(new long[] {WordPieces.UNKNOWN}, ours(word + "a"));
        assertArrayEquals(theirs(word + "a"), ours(word + "a"));
    }

    @Test
    void theVocabularyHasTheSizeAskedForAndTheSameTextGivesTheSame() {
        assertEquals(800, pieces.size());
        assertEquals(pieces.tokens(), WordPieceLearner.learn(List.of(book), 800).tokens());
        assertEquals(WordPieces.SPECIAL, pieces.tokens().subList(0, 5));
        assertTrue(pieces.tokens().contains("alice"));
        assertTrue(pieces.tokens().contains("##ing"));
    }

    /** Worked out by hand: a and b are neighbours six times, then a and d three times. */
    @Test
    void theMostFrequentNeighboursBecomeAPieceFirst() {
        List<String> expected = new ArrayList<>(WordPieces.SPECIAL);
        expected.addAll(List.of("##b", "##c", "##d", "a", "ab", "ad"));
        String text = "ab ab ab abc abc ad ad ad abc";
        assertEquals(expected, WordPieceLearner.learn(List.of(text), 11).tokens());
    }

    @Test
    void aTextThatIsTooShortForTheVocabularyIsRefused() {
        TrainingAdvice few =
                assertThrows(
                        TrainingAdvice.class,
                        () -> WordPieceLearner.learn(List.of("ab ab ab ab"), 300));
        assertEquals(
                "The text does not fit a vocabulary of 300: it gives only 8. Choose a smaller --vocab or a"
                        + " longer text.",
                few.getMessage());
        TrainingAdvice many =
                assertThrows(
                        TrainingAdvice.class,
                        () -> WordPieceLearner.learn(List.of("ab ab ab ab"), 6));
        assertEquals(
                "The text does not fit a vocabulary of 6: it has 7 letters already. Choose a larger --vocab.",
                many.getMessage());
    }
}
