package loupe.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example worked by hand: three times "hug", twice " hugs", once "pug". Pairs at first: u+g 6,
 * h+u 5, the space before h 2, g+s 2, p+u 1. So ug is the first token, h+ug (5) the second; then
 * space+hug and hug+s both count 2, and the one with the lower ids wins. The letter of the space,
 * being moved, sorts last but for others of its kind; hug is a merge and has a higher id than any
 * letter: space+hug starts with a letter.
 */
class BpeTest {

    private static final List<String> HUGS = List.of("hug\nhug hugs\nhug hugs\npug");

    private static Bpe books;

    @BeforeAll
    static void learnFromABook() throws IOException {
        Path corpus = Path.of(System.getProperty("loupe.home")).resolve("../shared/corpus");
        String alice = Files.readString(corpus.resolve("alice-in-wonderland.txt"));
        books = BpeLearner.learn(List.of(alice), 1_000);
    }

    @Test
    void mergesAreLearntInTheOrderOfTheHandWorkedExample() {
        Bpe bpe = BpeLearner.learn(HUGS, 257 + 4);
        assertEquals(List.of("ug", "hug", "Ġhug", "Ġhugs"), bpe.tokens().subList(256, 260));
        assertEquals("<|endoftext|>", bpe.tokens().get(260));
    }

    @Test
    void knownWordsAreOneTokenAndUnknownOnesFallBackToLetters() {
        Bpe bpe = BpeLearner.learn(HUGS, 257 + 4);
        assertEquals(List.of("Ġhugs"), spelled(bpe, " hugs"));
        assertEquals(List.of("hug", "s"), spelled(bpe, "hugs"));
        assertEquals(List.of("r", "ug"), spelled(bpe, "rug"));
    }

    @Test
    void aTextWithTooFewPairsIsRefusedWithTheSizeItGives() {
        TrainingAdvice advice =
                assertThrows(TrainingAdvice.class, () -> BpeLearner.learn(HUGS, 2_048));
        assertEquals(
                "The text is too short for 2,048 tokens: it gives only 261. Choose a smaller --vocab or a"
                        + " longer text.",
                advice.getMessage());
    }

    static Stream<String> texts() {
        return Stream.of(
                "The dog ran",
                "Jaime Salazar is running for election. Despite his party affiliation, Mr.",
                "  two spaces,\ttabs\n\n\nand lines \n ",
                "It's we'll they're I'd I'm don't you've 'tis DON'T",
                "naïve café, Straße — 北京 🐶🏽 \u00a0no\u2003break\u0085x",
                "1,234.56 x² Ⅷ ٣٤ a1b2",
                "");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theHuggingFaceLibraryReadsTheFileAndGivesTheSameIdsAndTheTextBack(
            String text, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, BpeFiles.tokenizer(books));
        try (HuggingFaceTokenizer library = HuggingFaceTokenizer.newInstance(file)) {
            Encoding encoding = library.encode(text);
            int[] ours = books.encode(text);
            assertArrayEquals(Arrays.stream(ours).asLongStream().toArray(), encoding.getIds());
            assertEquals(text, library.decode(encoding.getIds()));
        }
    }

    @Test
    void theHuggingFaceLibraryKnowsTheEndOfTextToken(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, BpeFiles.tokenizer(books));
        try (HuggingFaceTokenizer library = HuggingFaceTokenizer.newInstance(file)) {
            assertArrayEquals(
                    new long[] {books.endOfText()}, library.encode(Bpe.END_OF_TEXT).getIds());
        }
    }

    private static List<String> spelled(Bpe bpe, String text) {
        return Arrays.stream(bpe.encode(text)).mapToObj(id -> bpe.tokens().get(id)).toList();
    }
}
