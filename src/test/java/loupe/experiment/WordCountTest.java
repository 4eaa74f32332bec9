package loupe.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import loupe.token.Token;
import loupe.token.Tokenizer;
import org.junit.jupiter.api.Test;

/** Tokens of the published tokenizers, each followed by the number of its word. */
class WordCountTest {
    private static final Path HUB = Path.of(System.getProperty("loupe.home"), "../shared/hub");

    @Test
    void piecesOfAWordShareItsNumberAndPunctuationIsItsOwn() throws Exception {
        try (Tokenizer bert = Tokenizer.ofFolder(HUB.resolve("bert-base-uncased"))) {
            assertEquals(
                    "[CLS]0 em1 bed1 ding1 ,2 don3 '3 t3 .4 [SEP]5",
                    words(bert.encode("embedding, don't.")));
        }
    }

    @Test
    void aSecondSentenceBeginsAWordOfItsOwn() throws Exception {
        try (Tokenizer bert = Tokenizer.ofFolder(HUB.resolve("bert-base-uncased"))) {
            assertEquals("[CLS]0 a1 [SEP]2 a3 [SEP]4", words(bert.encode("a", "a")));
        }
    }

    @Test
    void aSpaceBeforeATokenBelongsToIt() throws Exception {
        try (Tokenizer gpt2 = Tokenizer.ofFolder(HUB.resolve("gpt2"))) {
            assertEquals("un0 bel0 iev0 able0  dogs1 !2", words(gpt2.encode("unbelievable dogs!")));
        }
    }

    @Test
    void theBytesOfOneCharacterAreOneWord() throws Exception {
        try (Tokenizer gpt2 = Tokenizer.ofFolder(HUB.resolve("gpt2"))) {
            assertEquals(
                    List.of(0, 1, 1, 1),
                    Piece.all(gpt2.encode("a 🦜")).stream().map(Piece::word).limit(4).toList());
        }
    }

    private static String words(List<Token> tokens) {
        List<Piece> pieces = Piece.all(tokens);
        return String.join(" ", pieces.stream().map(piece -> piece.text() + piece.word()).toList());
    }
}
