package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import loupe.vocabulary.WordPieceFiles;
import loupe.vocabulary.WordPieceLearner;
import loupe.vocabulary.WordPieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair of texts is put together as the Hugging Face library does it with our files. */
class MaskedTextTest {

    @TempDir private Path folder;

    @Test
    void twoTextsBecomeTwoSegments() throws Exception {
        Path corpus = Path.of(System.getProperty("loupe.home")).resolve("../shared/corpus");
        String book = Files.readString(corpus.resolve("alice-in-wonderland.txt"));
        WordPieces pieces = WordPieceLearner.learn(List.of(book), 800);
        TextPair pair =
                new TextPair(
                        pieces.encode("Alice ran."),
                        pieces.encode("The Queen ran."),
                        Follows.YES,
                        TextPair.Kind.BOOK);
        MaskedText text = MaskedText.of(pair, new int[0]);
        Encoding both = library(pieces, "Alice ran.", "The Queen ran.");
        assertArrayEquals(both.getIds(), Arrays.stream(text.ids()).asLongStream().toArray());
        long[] types = new long[text.length()];
        Arrays.fill(types, text.second(), types.length, 1);
        assertArrayEquals(both.getTypeIds(), types);
    }

    private Encoding library(WordPieces pieces, String first, String second) throws Exception {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, WordPieceFiles.tokenizer(pieces));
        try (HuggingFaceTokenizer library = HuggingFaceTokenizer.newInstance(file)) {
            return library.encode(first, second);
        }
    }
}
