package loupe.answer;

import static loupe.answer.Desk.W1;
import static loupe.answer.Desk.W2;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A damaged, missing or replaced file: set aside, never deleted, and what can be read comes back.
 */
@Timeout(120)
class DamageTest {
    @TempDir Path folder;
    private AnswerPlace place;
    private final Heard heard = new Heard();

    @BeforeEach
    void twoAnswersThatWereSavedOnce() throws Exception {
        place = new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            Desk.save(saver, W1, "first of one");
            Desk.save(saver, W1, "one");
            Desk.save(saver, W2, "two " + "x".repeat(20_000));
        }
    }

    private AnswerSaver open() {
        return AnswerSaver.open(place, heard);
    }

    private Path aside() throws IOException {
        List<Path> found = damaged();
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }

    private List<Path> damaged() throws IOException {
        try (Stream<Path> files = Files.list(place.data())) {
            return files.filter(
                            each -> each.getFileName().toString().matches("answers-damaged-.*db"))
                    .toList();
        }
    }

    private void assertBothAreBack() throws Exception {
        try (AnswerSaver saver = open()) {
            assertEquals("one", Desk.body(saver, W1));
            assertEquals("two " + "x".repeat(20_000), Desk.body(saver, W2));
            Desk.save(saver, W1, "one, and on");
        }
        assertEquals("ok", Desk.ask(place.file(), "PRAGMA integrity_check"));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals("one, and on", Desk.body(saver, W1));
        }
    }

    @Test
    void aFileThatAKilledStartLeftWithoutTablesIsTakenUp() throws Exception {
        Files.delete(place.file());
        Desk.change(place.file(), "PRAGMA journal_mode=WAL");
        assertTrue(Files.size(place.file()) > 0);
        assertBothAreBack();
        assertEquals(List.of(), damaged());
    }

    @Test
    void aFileWhoseVersionDoesNotFitItsTablesIsSetAside() throws Exception {
        for (int version : new int[] {0, 1}) {
            Desk.change(place.file(), "PRAGMA user_version=" + version);
            try (AnswerSaver saver = open()) {
                assertEquals("one", Desk.body(saver, W1));
            }
        }
        assertEquals(2, damaged().size());
    }

    @Test
    void garbageIsSetAsideAndTheAnswersComeBackFromTheCopy() throws Exception {
        byte[] garbage = new byte[30_000];
        new Random(1).nextBytes(garbage);
        Files.write(place.file(), garbage);
        assertBothAreBack();
        assertArrayEquals(garbage, Files.readAllBytes(aside()));
        assertEquals(
                "told The answers file was damaged and is kept as "
                        + aside()
                        + ". 2 answers came back from the copy in "
                        + place.copies()
                        + ". Read through your answers before you go on.",
                heard.all().get(0));
    }

    @Test
    void aTornFileGivesBackWhatCanBeReadAndTheCopyTheRest() throws Exception {
        try (FileChannel file = FileChannel.open(place.file(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        assertBothAreBack();
        String told = heard.all().get(0);
        assertTrue(told.startsWith("told The answers file was damaged and is kept as "), told);
        assertTrue(told.contains("came back from"), told);
    }

    @Test
    void anEmptyFileIsTakenForAMissingOne() throws Exception {
        Files.write(place.file(), new byte[0]);
        assertBothAreBack();
    }

    @Test
    void aMissingFileComesBackFromTheCopy() throws Exception {
        Files.delete(place.file());
        assertBothAreBack();
        assertEquals(
                "told The answers file "
                        + place.file()
                        + " was missing. 2 answers came back from the copy in "
                        + place.copies()
                        + ". Read through your answers before you go on.",
                heard.all().get(0));
    }

    @Test
    void aFolderInItsPlaceIsSetAside() throws Exception {
        Files.delete(place.file());
        Files.createDirectories(place.file());
        Files.writeString(place.file().resolve("x"), "x");
        assertBothAreBack();
        assertTrue(Files.exists(aside().resolve("x")));
    }

    @Test
    void aTextThatDoesNotMatchItsSha256IsNotTrusted() throws Exception {
        Desk.change(place.file(), "UPDATE event SET body = CAST('0ne' AS BLOB) WHERE revision = 2");
        assertBothAreBack();
        assertEquals(
                "told The answers file was damaged and is kept as "
                        + aside()
                        + ". 1 answer came back from it, 1 answer came back from the copy in "
                        + place.copies()
                        + ". Read through your answers before you go on.",
                heard.all().get(0));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals(
                    List.of(EventKind.DRAFT, EventKind.RESTORE, EventKind.DRAFT),
                    saver.history(W1).get().stream().map(Event::kind).toList());
        }
    }

    @Test
    void withoutACopyTheLastTextThatCanBeTrustedComesBack() throws Exception {
        Desk.change(place.file(), "UPDATE event SET body = CAST('0ne' AS BLOB) WHERE revision = 2");
        Files.delete(place.copies().resolve("demo/attention.md"));
        try (AnswerSaver saver = open()) {
            assertEquals("first of one", Desk.body(saver, W1));
        }
    }

    @Test
    void whereNothingCanBeReadTheSentenceSaysSo() throws Exception {
        Files.writeString(place.file(), "not a database, not at all, by no means whatever");
        Files.delete(place.copies().resolve("demo/attention.md"));
        try (AnswerSaver saver = open()) {
            assertEquals("none", Desk.body(saver, W1));
        }
        assertEquals(
                "told The answers file was damaged and is kept as "
                        + aside()
                        + ". Nothing in it could be read, and there is no copy in "
                        + place.copies()
                        + ". A new file has been begun. If you have handed in before, your answers"
                        + " are in that PDF.",
                heard.all().get(0));
    }

    @Test
    void aCopyChangedByHandComesBackAsItWasChanged() throws Exception {
        Path copy = place.copies().resolve("demo/attention.md");
        Files.writeString(copy, Files.readString(copy).replace("\none\n", "\none, by hand\n"));
        Files.delete(place.file());
        try (AnswerSaver saver = open()) {
            assertEquals("one, by hand", Desk.body(saver, W1));
            assertTrue(Desk.body(saver, W2).startsWith("two xxx"));
        }
    }

    @Test
    void aFileDeletedWhileTheProgramRunsIsWrittenAgain() throws Exception {
        try (AnswerSaver saver = open()) {
            assertEquals("one", Desk.body(saver, W1));
            Files.delete(place.file());
            Files.delete(place.copies().resolve("demo/attention.md"));
            Desk.save(saver, W1, "one, later");
            assertEquals(3, saver.history(W1).get().size());
        }
        assertEquals("ok", Desk.ask(place.file(), "PRAGMA integrity_check"));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals("one, later", Desk.body(saver, W1));
            assertTrue(Desk.body(saver, W2).startsWith("two xxx"));
        }
        assertTrue(heard.all().get(0).endsWith("written again, with everything in it."));
    }

    @Test
    void aWholeFolderDeletedWhileTheProgramRunsIsWrittenAgain() throws Exception {
        try (AnswerSaver saver = open()) {
            assertEquals("one", Desk.body(saver, W1));
            try (Stream<Path> files = Files.list(place.data())) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(each);
                }
            }
            Files.move(place.data(), folder.resolve("moved-away"));
            Desk.save(saver, W1, "one, later");
        }
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals("one, later", Desk.body(saver, W1));
            assertTrue(Desk.body(saver, W2).startsWith("two xxx"));
        }
    }

    @Test
    void aFileReplacedWhileTheProgramRunsKeepsBothTexts() throws Exception {
        AnswerPlace other = new AnswerPlace(folder.resolve("other"), folder.resolve("c"));
        try (AnswerSaver saver = AnswerSaver.open(other, new Heard())) {
            Desk.save(saver, W1, "from elsewhere");
        }
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "mine");
            Files.move(other.file(), place.file(), StandardCopyOption.REPLACE_EXISTING);
            Desk.save(saver, W1, "mine, later");
            assertEquals("mine, later", Desk.body(saver, W1));
            assertTrue(
                    saver.history(W1).get().stream()
                            .filter(each -> each.kind() == EventKind.CONFLICT)
                            .anyMatch(each -> each.draft().body().equals("from elsewhere")));
            assertEquals(
                    "mine",
                    Desk.ask(
                            aside(),
                            "SELECT CAST(body AS TEXT) FROM event e JOIN head h ON h.event = e.id WHERE h.question = 'w1'"));
        }
    }

    @Test
    void garbageWrittenOverTheFileWhileTheProgramRunsLosesNothing() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one, before");
            byte[] garbage = new byte[40_000];
            new Random(3).nextBytes(garbage);
            Files.write(place.file(), garbage);
            Desk.type(saver, W1, "one, after");
            Desk.type(saver, Desk.key("w3"), "three");
        }
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals("one, after", Desk.body(saver, W1));
            assertTrue(Desk.body(saver, W2).startsWith("two xxx"));
            assertEquals("three", Desk.body(saver, Desk.key("w3")));
        }
        assertEquals("ok", Desk.ask(place.file(), "PRAGMA integrity_check"));
    }

    @Test
    void flippedBitsNeverLoseBothFileAndCopy() throws Exception {
        byte[] good = Files.readAllBytes(place.file());
        Random random = new Random(7);
        for (int round = 0; round < 25; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            AnswerPlace here = new AnswerPlace(folder.resolve("d" + round), place.copies());
            Files.createDirectories(here.data());
            Files.write(here.file(), bad);
            try (AnswerSaver saver = AnswerSaver.open(here, new Heard())) {
                assertEquals("one", Desk.body(saver, W1), "round " + round);
                assertTrue(Desk.body(saver, W2).startsWith("two xxx"), "round " + round);
            }
        }
    }
}
