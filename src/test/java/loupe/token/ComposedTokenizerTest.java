package loupe.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokenizers made of the files that models had before there was a tokenizer.json. */
class ComposedTokenizerTest {
    private static final Path HUB =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/hub");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "The dog ran.",
                    "the THE tHe İstanbul ISTANBUL ǅ ẞ ß",
                    "Grüße, naïve café — e\u0301 a\u0308 Å\u030a",
                    "🙂 👩\u200d👩\u200d👧 🇩🇪 ☂\ufe0f",
                    "日本語と中文 한국어 \u1112\u1161\u11ab \u3000 \uf900",
                    "don't can't I'll they've ''x'' \"y\" ``z`` (a)[b]{c} a_b a-b a/b $5.00 50% #x @y",
                    "\t a \n b \r\n c \u00a0 d \u2028 e \u200b f \ufeff g \u0000 h \u00ad i \u0085",
                    "supercalifragilisticexpialidocious antidisestablishmentarianism",
                    "x".repeat(99)
                            + " "
                            + "x".repeat(100)
                            + " "
                            + "x".repeat(101)
                            + " "
                            + "ab".repeat(300),
                    "[CLS] [MASK] [SEP][PAD] [mask] <|endoftext|> <s> <mask>",
                    "1234567890 3.14159 1,000,000 ½ ² ⅷ ﬁ Ⅷ",
                    "\ud83d lone \ude42 halves",
                    "мир שלום سلام नमस्ते สวัสดี ΑΣ ας");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "bert-base-uncased"})
    void theOlderFilesSayTheSameAsTheTokenizerJson(String model) throws Exception {
        for (String name :
                List.of("vocab.txt", "vocab.json", "merges.txt", "tokenizer_config.json")) {
            if (Files.exists(HUB.resolve(model).resolve(name))) {
                Files.copy(HUB.resolve(model).resolve(name), folder.resolve(name));
            }
        }
        try (Tokenizer published = Tokenizer.ofFolder(HUB.resolve(model));
                Tokenizer composed = Tokenizer.ofFolder(folder)) {
            for (String text : TEXTS) {
                assertEquals(published.encode(text), composed.encode(text), text);
                for (String second : List.of("", "Two, too.", "🙂 Ü")) {
                    assertEquals(published.encode(text, second), composed.encode(text, second));
                }
                long[] ids = published.ids(text);
                assertEquals(published.decode(ids), composed.decode(ids));
            }
        }
    }

    @Test
    void aPairHasSegmentsTypesAndPlacesInItsOwnText() throws Exception {
        try (Tokenizer bert = Tokenizer.ofFolder(HUB.resolve("bert-base-uncased"))) {
            List<Token> tokens = bert.encode("🙂 dogs", "é Cats");
            assertEquals(
                    List.of(
                            "[CLS] 0..0 marked 0 0",
                            "🙂 0..2 text 0 0",
                            "dogs 3..7 text 0 0",
                            "[SEP] 0..0 marked 0 0",
                            "é 0..1 text 1 1",
                            "Cats 2..6 text 1 1",
                            "[SEP] 0..0 marked 1 1"),
                    tokens.stream().map(ComposedTokenizerTest::shown).toList());
            assertTrue(tokens.stream().allMatch(token -> token.parts() == 1));
        }
    }

    private static String shown(Token token) {
        return "%s %d..%d %s %d %d"
                .formatted(
                        token.text(),
                        token.start(),
                        token.end(),
                        token.special() ? "marked" : "text",
                        token.segment(),
                        token.type());
    }

    @Test
    void caseAndAccentsAreTreatedAsTheConfigurationSays() throws Exception {
        write(
                "vocab.txt",
                "[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\n[MASK]\r\nÄsche\r\nasche\r\näsche\r\n");
        assertEquals(List.of(2L, 6L, 3L), ids("Äsche"));
        write("tokenizer_config.json", "{\"do_lower_case\": false}");
        assertEquals(List.of(2L, 5L, 3L), ids("Äsche"));
        write("tokenizer_config.json", "{\"do_lower_case\": true, \"strip_accents\": false}");
        assertEquals(List.of(2L, 7L, 3L), ids("Äsche"));
    }

    @Test
    void robertaHasItsMarksAroundATextAndTwoBetweenAPair() throws Exception {
        roberta();
        assertEquals(List.of(0L, 5L, 6L, 2L), ids("a b"));
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            List<Token> pair = tokenizer.encode("a", "a b");
            assertEquals(
                    List.of(0L, 5L, 2L, 2L, 5L, 6L, 2L), pair.stream().map(Token::id).toList());
            assertEquals(List.of(0, 0, 0, 0, 1, 1, 1), pair.stream().map(Token::segment).toList());
            assertEquals(List.of(0, 0, 0, 0, 0, 0, 0), pair.stream().map(Token::type).toList());
            assertEquals(
                    new Token(6, " b", 1, 3, false, 1, 1, 1, 0, false),
                    pair.get(5),
                    "its space belongs to it");
        }
    }

    @Test
    void theMaskOfRobertaTakesTheSpaceBeforeIt() throws Exception {
        roberta();
        assertEquals(List.of(0L, 5L, 4L, 6L, 2L), ids("a <mask> b"));
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            assertTrue(tokenizer.encode("a <mask>").get(2).special());
        }
    }

    @Test
    void aDamagedFileGetsItsSentence() throws IOException {
        assertEquals(
                "There is no tokenizer in "
                        + folder
                        + ": wanted tokenizer.json, vocab.txt, vocab.json with merges.txt, source.spm"
                        + " with vocab.json, or spiece.model.",
                refusal());
        write("merges.txt", "#version: 0.2\na b c\n");
        write("vocab.json", "{\"a\": \"x\"}");
        assertEquals(
                folder.resolve("vocab.json")
                        + " is not a vocabulary: wanted a number for each piece.",
                refusal());
        write("vocab.json", "[1");
        assertEquals(folder.resolve("vocab.json") + " is not a JSON object.", refusal());
        write("vocab.json", "{\"a\": 0}");
        assertEquals(
                folder.resolve("merges.txt")
                        + ": line 2 is \"a b c\", wanted two pieces with a space between them.",
                refusal());
        write("vocab.txt", "[UNK]\n[CLS]\na\n");
        assertEquals(
                folder.resolve("vocab.txt")
                        + " holds no [SEP], which its model puts around a text.",
                refusal());
    }

    private void roberta() throws IOException {
        write(
                "vocab.json",
                "{\"<s>\":0,\"<pad>\":1,\"</s>\":2,\"<unk>\":3,\"<mask>\":4,\"a\":5,\"Ġb\":6,\"Ġ\":7,\"b\":8}");
        write("merges.txt", "#version: 0.2\nĠ b\n");
    }

    private List<Long> ids(String text) throws TokenizerException {
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            return tokenizer.encode(text).stream().map(Token::id).toList();
        }
    }

    private String refusal() {
        return assertThrows(TokenizerException.class, () -> Tokenizer.ofFolder(folder))
                .getMessage();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
