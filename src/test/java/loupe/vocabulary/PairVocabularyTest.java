package loupe.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import loupe.sentences.german.PairGrammar;
import loupe.token.Token;
import loupe.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairVocabularyTest {
    private static final PairGrammar GRAMMAR = new PairGrammar();
    private static final PairVocabulary VOCABULARY = PairVocabulary.learn(GRAMMAR, 600, 500, 1);

    @TempDir private Path folder;

    @Test
    void itHasAsManyTokensAsWereAskedForAndMarianSMarksLast() {
        assertEquals(600, VOCABULARY.size());
        assertEquals(597, VOCABULARY.end());
        assertEquals(599, VOCABULARY.padding());
    }

    @Test
    void theFileGivesTheSameIds() throws Exception {
        try (Tokenizer tokenizer = tokenizer()) {
            SplittableRandom random = new SplittableRandom(3);
            for (int i = 0; i < 50; i++) {
                String text = GRAMMAR.heldOut(random).germanText();
                long[] ids = tokenizer.encode(text).stream().mapToLong(Token::id).toArray();
                int[] own = VOCABULARY.encode(text);
                assertArrayEquals(Arrays.stream(own).asLongStream().toArray(), ids, text);
            }
        }
    }

    @Test
    void piecesKnowTheirPlaceInTheText() throws Exception {
        String text = "Sie sieht den kleinen Elefanten über Äpfeln.";
        try (Tokenizer tokenizer = tokenizer()) {
            List<Token> tokens = tokenizer.encode(text);
            Token last = tokens.get(tokens.size() - 1);
            assertEquals("</s>", last.text());
            assertEquals(true, last.special());
            StringBuilder whole = new StringBuilder();
            IntStream.range(0, tokens.size() - 1)
                    .mapToObj(tokens::get)
                    .filter(token -> token.part() == 1)
                    .forEach(token -> whole.append(token.text()));
            assertEquals(text.replace(" ", ""), whole.toString().replace(" ", ""));
        }
    }

    @Test
    void textComesBack() throws Exception {
        String text = "Er hört große Löwen.";
        try (Tokenizer tokenizer = tokenizer()) {
            assertEquals(text, tokenizer.decode(tokenizer.ids(text)).strip());
        }
    }

    private Tokenizer tokenizer() throws Exception {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, VOCABULARY.json());
        return Tokenizer.open(file);
    }
}
