package loupe.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.sentencepiece.SpTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SentencePiece models of T5 and Marian, beside SentencePiece's own library. */
class SentencePieceTest {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "the dog ran",
                    "  the   dog  ",
                    "thedog the-dog thé 日本 日 the日dog",
                    "a dogdog ran the the",
                    "t h e d o g",
                    "Grüße e\u0301 \u3000 x\ty\nz \u00a0",
                    "nanana the. The");

    @TempDir private Path folder;

    private static ModelFile pieces(ModelFile model) {
        model.piece("\u2581", -2.5).piece("\u2581the", -3.25).piece("\u2581dog", -4.125);
        model.piece("dog", -5.5).piece("ran", -5.75).piece("\u2581ran", -4.5).piece("an", -6.1);
        for (String letter : "thedograns.-é".split("")) {
            model.piece(letter, letter.equals("é") || letter.equals("-") ? -9.75 : -7.3);
        }
        return model;
    }

    private static byte[] t5() {
        ModelFile model = ModelFile.unigram();
        model.piece("<pad>", 0, 3).piece("</s>", 0, 3).piece("<unk>", 0, 2);
        return pieces(model).bytes();
    }

    @Test
    void t5HasTheIdsOfSentencePieceItself() throws Exception {
        Files.write(folder.resolve("spiece.model"), t5());
        try (Tokenizer ours = Tokenizer.ofFolder(folder);
                SpTokenizer reference = new SpTokenizer(folder.resolve("spiece.model"))) {
            for (String text : TEXTS) {
                int[] wanted = reference.getProcessor().encode(text);
                assertArrayEquals(
                        Arrays.stream(wanted).asLongStream().toArray(), ours.ids(text), text);
            }
        }
    }

    /** Its own table of character replacements, and bytes for what no piece fits. */
    @ParameterizedTest
    @ValueSource(strings = {"nmt-nfkc", "bytes"})
    void modelsThatSentencePieceLearntItselfCutAsItDoes(String name) throws Exception {
        Path files = Path.of("src/test/resources/sentencepiece");
        Files.copy(files.resolve(name + ".model"), folder.resolve("spiece.model"));
        List<String> texts = Files.readAllLines(files.resolve("texts.txt"));
        List<String> wanted = Files.readAllLines(files.resolve(name + ".ids"));
        assertEquals(texts.size(), wanted.size());
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            List<String> found = new ArrayList<>();
            for (String text : texts) {
                found.add(
                        Arrays.stream(tokenizer.ids(text))
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining(" ")));
            }
            assertEquals(String.join("\n", wanted), String.join("\n", found));
        }
    }

    @Test
    void eachPieceKnowsItsCharactersAlsoAfterAnEmoji() throws Exception {
        Files.write(folder.resolve("spiece.model"), t5());
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            String text = "  the 🙂 dog";
            List<Token> tokens = tokenizer.encode(text);
            assertEquals(
                    List.of("the", " ", "🙂", " dog", "</s>"),
                    tokens.stream().map(Token::text).toList());
            assertEquals(text.length(), tokens.get(3).end());
            assertFalse(tokens.get(2).special(), "unknown, but text");
            assertTrue(tokens.get(4).special());
        }
    }

    @Test
    void t5HasAHundredGapsBehindItsPieces() throws Exception {
        Files.write(folder.resolve("spiece.model"), t5());
        int pieces = 3 + 7 + 13;
        try (Tokenizer tokenizer = Tokenizer.ofFolder(folder)) {
            List<Token> tokens = tokenizer.encode("the <extra_id_0> dog <extra_id_99>");
            assertEquals(List.of(pieces + 99L, (long) pieces), specials(tokens));
            assertEquals("the dog", tokenizer.decode(tokenizer.ids("the dog")));
            assertEquals(List.of(0, 0, 1, 1), segments(tokenizer.encode("the", "dog")));
        }
    }

    @Test
    void marianTakesItsIdsFromTheVocabularyOfBothLanguages() throws Exception {
        marian();
        try (Tokenizer source = Tokenizer.ofFolder(folder);
                Tokenizer target = Tokenizer.ofFolderForTarget(folder)) {
            assertEquals(List.of(3L, 4L, 0L), ids(source, "the dog"));
            assertEquals(List.of(5L, 6L, 0L), ids(target, "der Hund"));
            assertEquals("der Hund", target.decode(5, 6));
            assertEquals(List.of(7L, 3L, 0L), ids(source, ">>deu<< the"));
            assertEquals(List.of(9L, 8L, 0L), ids(source, "é"), "unknown to it, not to the other");
            assertEquals(List.of(9L, 1L, 0L), ids(source, "日本"));
        }
    }

    @Test
    void aDamagedModelGetsItsSentence() throws Exception {
        Path file = folder.resolve("spiece.model");
        Files.write(file, Arrays.copyOf(t5(), 40));
        assertEquals(
                file + " is not a SentencePiece model: it ends in the middle of a field.",
                refusal());
        Files.writeString(file, "<html>no</html>");
        assertTrue(refusal().startsWith(file + " is not a SentencePiece model: "), refusal());
        Files.write(file, pieces(ModelFile.unigram()).bytes());
        assertEquals(
                file + " is not a SentencePiece model: it has no piece for the unknown.",
                refusal());
        Files.write(file, ModelFile.unigram().piece("<unk>", 0, 2).bytes(2));
        assertEquals(file + " cuts texts by BPE, wanted a unigram model.", refusal());
        Files.write(file, ModelFile.unigram().piece("<unk>", 0, 2).bytes());
        assertEquals(file + " holds no </s>, which its model puts around a text.", refusal());
        marian();
        Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0}");
        assertEquals(
                folder.resolve("vocab.json") + " holds no <unk>, which its model needs.",
                refusal());
    }

    private void marian() throws IOException {
        ModelFile source = ModelFile.unigram().piece("<unk>", 0, 2).piece("<s>", 0, 3);
        source.piece("</s>", 0, 3).piece("\u2581the", -2).piece("\u2581dog", -3);
        Files.write(folder.resolve("source.spm"), source.piece("\u2581", -4).bytes());
        ModelFile target = ModelFile.unigram().piece("<unk>", 0, 2).piece("<s>", 0, 3);
        target.piece("</s>", 0, 3).piece("\u2581Hund", -2).piece("\u2581der", -3);
        Files.write(folder.resolve("target.spm"), target.piece("é", -4).bytes());
        Files.writeString(
                folder.resolve("vocab.json"),
                "{\"</s>\":0,\"<unk>\":1,\"<pad>\":2,\"▁the\":3,\"▁dog\":4,\"▁der\":5,\"▁Hund\":6,"
                        + "\">>deu<<\":7,\"é\":8,\"▁\":9}");
    }

    private String refusal() {
        return assertThrows(TokenizerException.class, () -> Tokenizer.ofFolder(folder))
                .getMessage();
    }

    private static List<Long> specials(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.special() && !token.text().equals("</s>"))
                .map(Token::id)
                .toList();
    }

    private static List<Integer> segments(List<Token> tokens) {
        return tokens.stream().map(Token::segment).toList();
    }

    private static List<Long> ids(Tokenizer tokenizer, String text) {
        return tokenizer.encode(text).stream().map(Token::id).toList();
    }
}
