package loupe.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
    private static final Path HUB =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/hub");

    private static Tokenizer gpt2;

    @BeforeAll
    static void open() throws TokenizerException {
        gpt2 = Tokenizer.open(HUB.resolve("gpt2/tokenizer.json"));
    }

    @AfterAll
    static void close() {
        gpt2.close();
    }

    @Test
    void piecesKeepTheSpaceBeforeThem() {
        assertEquals(
                List.of(
                        new Token(464, "The", 0, 3, false, 1, 1, 0, 0, false),
                        new Token(3290, " dog", 3, 7, false, 1, 1, 0, 0, false),
                        new Token(4966, " ran", 7, 11, false, 1, 1, 0, 0, false)),
                gpt2.encode("The dog ran"));
    }

    @Test
    void placesCountUtf16UnitsAlsoAfterAnEmoji() {
        Token last = last("Grüße 🙂 und e\u0301 👩\u200d👩\u200d👧 x");
        assertEquals(" x", last.text());
        assertEquals(24, last.start());
        assertEquals(26, last.end());
    }

    @Test
    void aCharacterSpreadOverTokensIsShownWholeByEachOfThem() {
        assertEquals(List.of("日 1/2", "日 2/2", "本 1/2", "本 2/2"), parts("日本"));
        assertEquals(List.of(" 👩 1/2", "👩 2/2"), parts(" 👩"));
        assertEquals(List.of("ü 1/1", "ß 1/1"), parts("üß"));
    }

    @Test
    void theFirstTokensOfEachGroupMakeUpTheText() {
        String text = "Grüße\r\n\t  🙂👩\u200d👩\u200d👧 e\u0301 日本語 \0 end  ";
        int at = 0;
        for (Token token : gpt2.encode(text)) {
            assertTrue(token.start() <= at && token.end() >= at, token::toString);
            assertEquals(text.substring(token.start(), token.end()), token.text());
            at = token.end();
        }
        assertEquals(text.length(), at);
    }

    @Test
    void halfASurrogatePairShiftsNothing() {
        Token last = last("lone \ud83d x");
        assertEquals(" x", last.text());
        assertEquals(6, last.start());
    }

    @Test
    void anEndOfTextInTheTextIsSpecial() {
        List<Token> tokens = gpt2.encode("<|endoftext|>hi");
        assertEquals(
                new Token(50256, "<|endoftext|>", 0, 13, true, 1, 1, 0, 0, false), tokens.get(0));
        assertFalse(tokens.get(1).special());
    }

    @Test
    void marksThatTheModelWantsAroundATextHaveTheirNameAndNoPlace() throws TokenizerException {
        try (Tokenizer bert = Tokenizer.open(HUB.resolve("bert-base-uncased/tokenizer.json"))) {
            List<Token> tokens = bert.encode("Grüße");
            assertEquals(new Token(101, "[CLS]", 0, 0, true, 1, 1, 0, 0, false), tokens.get(0));
            assertEquals("[SEP]", tokens.get(tokens.size() - 1).text());
            assertEquals("Gr", tokens.get(1).text());
        }
    }

    @Test
    void aPieceThatGoesOnWithAWordSaysSo() throws TokenizerException {
        try (Tokenizer bert = Tokenizer.open(HUB.resolve("bert-base-uncased/tokenizer.json"))) {
            List<Token> tokens = bert.encode("The unaffable ## cat");
            assertEquals(
                    List.of("[CLS]", "The", "una", "ffa", "ble", "#", "#", "cat", "[SEP]"),
                    tokens.stream().map(Token::text).toList());
            assertEquals(
                    List.of("ffa", "ble"),
                    tokens.stream().filter(Token::continues).map(Token::text).toList());
        }
    }

    @Test
    void aLongTextIsNeitherCutNorFilledUp() throws TokenizerException {
        assertEquals(5000, gpt2.encode("a b ".repeat(2500)).size() - 1);
        try (Tokenizer bert = Tokenizer.open(HUB.resolve("bert-base-uncased/tokenizer.json"))) {
            assertEquals(5002, bert.encode("a b ".repeat(2500)).size());
        }
    }

    @Test
    void idsGoBackToTheText() {
        String text = "Grüße 🙂, and more.";
        assertEquals(text, gpt2.decode(gpt2.ids(text)));
        assertEquals(" dog", gpt2.decode(3290));
        assertArrayEquals(new long[] {}, gpt2.ids(""));
    }

    @Test
    void aDamagedFileGetsItsSentence(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        assertEquals(file + " cannot be read.", refusal(file));
        Files.writeString(file, "{\"version\":");
        assertEquals(file + " is not a tokenizer: its JSON is damaged.", refusal(file));
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});
        assertEquals(file + " is not a tokenizer: its JSON is damaged.", refusal(file));
        Files.writeString(file, "[]");
        assertEquals(file + " is not a tokenizer: its JSON is damaged.", refusal(file));
        Files.writeString(file, "{\"model\":{\"type\":\"Nope\"}}");
        assertTrue(refusal(file).startsWith(file + " is not a tokenizer: data did"), refusal(file));
    }

    private static String refusal(Path file) {
        return assertThrows(TokenizerException.class, () -> Tokenizer.open(file)).getMessage();
    }

    private static Token last(String text) {
        List<Token> tokens = gpt2.encode(text);
        return tokens.get(tokens.size() - 1);
    }

    private static List<String> parts(String text) {
        return gpt2.encode(text).stream()
                .map(token -> token.text() + " " + token.part() + "/" + token.parts())
                .toList();
    }
}
