package loupe.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loupe.vocabulary.Bpe;
import loupe.vocabulary.BpeLearner;
import loupe.vocabulary.TrainingAdvice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

    @TempDir private Path folder;

    @Test
    void aFolderGivesItsTextsInTheOrderOfTheirNames() throws Exception {
        Files.writeString(folder.resolve("b.txt"), "second");
        Files.writeString(folder.resolve("a.txt"), "first\r\nline");
        Files.writeString(folder.resolve("notes.md"), "not a text");
        assertEquals(
                List.of(new Book("a.txt", "first\nline"), new Book("b.txt", "second")),
                Corpus.read(folder).books());
    }

    @Test
    void aTableInTheReadmeGivesTitlesAndAuthors() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "text");
        Files.writeString(
                folder.resolve("README.md"),
                "| file | title | author |\n|---|---|---|\n| a.txt | Alone | A. Author | 1900 |\n");
        assertEquals("Alone by A. Author", Corpus.read(folder).books().get(0).title());
        assertEquals(
                "Alone by A. Author", Corpus.read(folder.resolve("a.txt")).books().get(0).title());
    }

    @Test
    void theLastTwentiethOfABookIsHeldOutFromANewLineOn() {
        Book book = new Book("lines", "abcdefghi\n".repeat(100));
        assertEquals(950, book.start().length());
        assertEquals(book.text(), book.start() + book.end());
        Book odd = new Book("no lines", "🐶".repeat(51));
        assertFalse(Character.isLowSurrogate(odd.end().charAt(0)));
        assertEquals(odd.text(), odd.start() + odd.end());
    }

    @Test
    void aMissingPlaceIsSaid() {
        assertAdvice(
                folder.resolve("nowhere"),
                "There is no file or folder \"%s\". Name your text with --corpus.");
    }

    @Test
    void anEmptyFolderIsSaid() {
        assertAdvice(
                folder,
                "The folder \"%s\" holds no .txt file. Put your texts there, or name another folder with"
                        + " --corpus.");
    }

    @Test
    void anEmptyFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.txt"), " \n");
        assertAdvice(file, "\"%s\" is empty. Name a file or folder with text in it.");
        assertAdvice(folder, "\"%s\" is empty. Name a file or folder with text in it.");
    }

    @Test
    void textThatIsNotUtf8IsSaidWithItsByteAndLine() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "one\ntwo\ncafé\n".getBytes(StandardCharsets.ISO_8859_1));
        assertAdvice(
                file,
                "\"%s\" is not UTF-8 text: byte 0xE9 in line 3 does not fit. Save it as UTF-8 and try"
                        + " again.");
    }

    @Test
    void textThatEndsInsideALetterIsNotUtf8() throws IOException {
        Path file = folder.resolve("cut.txt");
        Files.write(file, new byte[] {'a', (byte) 0xC3});
        assertAdvice(
                file,
                "\"%s\" is not UTF-8 text: byte 0xC3 in line 1 does not fit. Save it as UTF-8 and try"
                        + " again.");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Exception {
        Path file = Files.writeString(folder.resolve("marked.txt"), "\uFEFFtext");
        assertEquals("text", Corpus.read(file).books().get(0).text());
    }

    @Test
    void aTextTooShortForTheContextIsSaidWithWhatItTakes() throws Exception {
        Path file = Files.writeString(folder.resolve("short.txt"), "tick tock ".repeat(20));
        Corpus corpus = Corpus.read(file);
        Bpe bpe = BpeLearner.learn(List.of(corpus.books().get(0).text()), 260);
        TrainingAdvice advice =
                assertThrows(TrainingAdvice.class, () -> Texts.of(corpus, List.of(), bpe, 128));
        assertTrue(
                advice.getMessage()
                        .matches(
                                "The text is too short: \\d+ tokens, and a context of 128 needs at least"
                                        + " 2,600\\. Choose a smaller --context or a longer text\\."),
                advice.getMessage());
    }

    private static void assertAdvice(Path place, String form) {
        TrainingAdvice advice = assertThrows(TrainingAdvice.class, () -> Corpus.read(place));
        assertEquals(String.format(form, place), advice.getMessage());
    }
}
