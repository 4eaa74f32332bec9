package loupe.answer;

import static loupe.answer.Desk.COURSE;
import static loupe.answer.Desk.LESSON;
import static loupe.answer.Desk.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A world that fails: the text is kept, the sentence says why, and saving goes on trying. */
@Timeout(120)
class TroubleTest {
    @TempDir Path folder;
    private AnswerPlace place;
    private final Heard heard = new Heard();

    @BeforeEach
    void choosePlace() {
        place = new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
    }

    private String sentence(String because) {
        return "Your answers cannot be saved in "
                + place.file()
                + ", because "
                + because
                + ". Your text is kept here and saving goes on trying.";
    }

    @Test
    void aFolderThatCannotBeUsedIsToldAndTheTextIsSavedWhenItCan() throws Exception {
        Files.writeString(place.data(), "a file where the folder should be");
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            Desk.type(saver, W1, "kept");
            assertEquals(
                    "failed " + sentence("its folder cannot be used: see that you may write there"),
                    heard.await("failed"));
            assertEquals(Map.of(W1, "kept"), saver.unsaved());
            Exception refused =
                    assertThrows(ExecutionException.class, () -> saver.load(COURSE, LESSON).get());
            assertTrue(refused.getCause() instanceof AnswerTrouble);
            Files.delete(place.data());
            heard.await("saved [w1]");
            heard.await("recovered");
            assertEquals(Map.of(), saver.unsaved());
            assertEquals("kept", Desk.body(saver, W1));
        }
    }

    @Test
    void aLockedFileIsToldAndTheTextIsSavedWhenItIsFree() throws Exception {
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            Desk.save(saver, W1, "before");
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.file());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Desk.type(saver, W1, "while locked");
                assertEquals(
                        "failed "
                                + sentence("another program holds the file: close the other Loupe"),
                        heard.await("failed"));
                statement.execute("ROLLBACK");
            }
            heard.await("recovered");
            assertEquals("while locked", Desk.body(saver, W1));
        }
    }

    @Test
    void aFullDiskHasItsOwnSentence() throws Exception {
        try (Connection full = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("f"));
                Statement statement = full.createStatement()) {
            statement.execute("PRAGMA max_page_count=4");
            statement.execute("CREATE TABLE t(x)");
            SQLException trouble =
                    assertThrows(
                            SQLException.class,
                            () -> statement.execute("INSERT INTO t VALUES(zeroblob(100000))"));
            assertEquals(
                    sentence("the disk is full: make room on it"),
                    Connections.trouble(place.file(), trouble).getMessage());
        }
    }

    @Test
    void aFileOfANewerProgramIsReadAndNeverWritten() throws Exception {
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            Desk.save(saver, W1, "old");
        }
        Desk.change(place.file(), "PRAGMA user_version=7");
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            assertEquals("old", Desk.body(saver, W1));
            Desk.type(saver, W1, "new");
            assertEquals(
                    "failed Your answers in "
                            + place.file()
                            + " were written by a newer Loupe: update this one. Until then you can"
                            + " read them, and what you type is kept only while Loupe is open.",
                    heard.await("failed"));
            assertEquals(Map.of(W1, "new"), saver.unsaved());
        }
        assertEquals("1", Desk.ask(place.file(), "SELECT count(*) FROM event"));
        assertEquals("7", Desk.ask(place.file(), "PRAGMA user_version"));
    }

    @Test
    void whatCannotBeSavedAtTheEndIsReadBackByTheNextStart() throws Exception {
        Files.writeString(place.data(), "a file where the folder should be");
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            Desk.type(saver, W1, "last words 😀");
        }
        Path kept = only(place.copies());
        assertTrue(Files.readString(kept.resolve("demo/attention.md")).contains("last words 😀\n"));
        assertEquals(
                "told What you typed last could not be saved in "
                        + place.file()
                        + ". It lies in "
                        + kept
                        + " until Loupe starts again and can save it.",
                heard.all().get(heard.all().size() - 1));
        Files.delete(place.data());
        Heard next = new Heard();
        try (AnswerSaver saver = AnswerSaver.open(place, next)) {
            assertEquals("last words 😀", Desk.body(saver, W1));
        }
        assertEquals(List.of("told What could not be saved last time is saved now."), next.all());
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            assertEquals(1, saver.history(W1).get().size());
        }
    }

    @Test
    void whatIsReadBackNeverTakesThePlaceOfAnAnswerItHadNotSeen() throws Exception {
        AnswerPlace broken = new AnswerPlace(folder.resolve("broken"), place.copies());
        Files.writeString(broken.data(), "a file where the folder should be");
        try (AnswerSaver saver = AnswerSaver.open(broken, new Heard())) {
            Desk.type(saver, W1, "typed blindly");
        }
        Path kept = only(place.copies());
        Path hidden = Files.move(kept, folder.resolve("hidden"));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            Desk.save(saver, W1, "the answer");
        }
        Files.move(hidden, kept);
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            assertEquals("the answer", Desk.body(saver, W1));
            heard.await("conflict w1: the answer / typed blindly");
            assertEquals(
                    List.of(EventKind.DRAFT, EventKind.CONFLICT),
                    saver.history(W1).get().stream().map(Event::kind).toList());
        }
    }

    @Test
    void whatCannotBeBroughtBackIsSaidWithTheFolderItLiesIn() throws Exception {
        AnswerPlace broken = new AnswerPlace(folder.resolve("broken"), place.copies());
        Files.writeString(broken.data(), "a file where the folder should be");
        try (AnswerSaver saver = AnswerSaver.open(broken, new Heard())) {
            Desk.type(saver, W1, "last words");
        }
        Path kept = only(place.copies());
        Path hidden = Files.move(kept, folder.resolve("hidden"));
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            Desk.save(saver, W1, "the answer");
        }
        Files.move(hidden, kept);
        Desk.change(place.file(), "PRAGMA user_version=7");
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            assertEquals("the answer", Desk.body(saver, W1));
            assertEquals(
                    List.of(
                            "told What could not be saved last time cannot be brought back yet. It"
                                    + " lies in "
                                    + kept
                                    + ", where you can read it, and Loupe tries again with every"
                                    + " start."),
                    heard.all());
        }
        assertTrue(Files.readString(kept.resolve("demo/attention.md")).contains("last words"));
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void onANetworkDriveTheOlderJournalIsUsedAndItIsSaid() throws Exception {
        place = new AnswerPlace(place.data(), place.copies(), any -> "nfs4");
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            Desk.save(saver, W1, "over the wire");
            assertTrue(Files.notExists(place.data().resolve("answers.db-wal")));
            assertTrue(Files.exists(place.data().resolve("answers.db-journal")));
        }
        assertEquals(
                "told Your answers are saved on a network drive ("
                        + place.data()
                        + "): open Loupe on one computer at a time.",
                heard.all().get(0));
        assertEquals("truncate", mode());
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            assertEquals("over the wire", Desk.body(saver, W1));
        }
    }

    @Test
    void whereTheComputerDoesNotSayWhatADriveIsTheOlderJournalIsUsed() throws Exception {
        place =
                new AnswerPlace(
                        place.data(),
                        place.copies(),
                        folder -> {
                            throw new IOException("Mount point not found");
                        });
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            Desk.save(saver, W1, "somewhere");
            assertTrue(Files.notExists(place.data().resolve("answers.db-wal")));
        }
        assertEquals(List.of(), heard.all().stream().filter(h -> h.startsWith("told")).toList());
        assertEquals("truncate", mode());
    }

    /** A file that was never in write-ahead mode opens as "delete"; the two share one format. */
    private String mode() throws SQLException {
        String mode = Desk.ask(place.file(), "PRAGMA journal_mode");
        return mode.equals("delete") ? "truncate" : mode;
    }

    @Test
    void aSecondWriterIsToldOfAndBothTextsAreKept() throws Exception {
        Heard heardByB = new Heard();
        try (AnswerSaver a = AnswerSaver.open(place, heard);
                AnswerSaver b = AnswerSaver.open(place, heardByB)) {
            Desk.save(a, W1, "start");
            Desk.body(b, W1);
            Desk.save(a, W1, "from a");
            Desk.save(b, W1, "from b");
            assertEquals("conflict w1: from b / from a", heardByB.await("conflict"));
            assertEquals("from b", Desk.body(b, W1));
            assertEquals(
                    List.of("draft start", "draft from a", "draft from b", "conflict from a"),
                    b.history(W1).get().stream()
                            .map(each -> each.kind().word() + " " + each.draft().body())
                            .toList());
        }
    }

    @Test
    void twoWritersAtOnceLoseNothingOfEither() throws Exception {
        List<Thread> writers = new ArrayList<>();
        Set<String> written = new HashSet<>();
        List<Throwable> troubles = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            for (int n = 0; n < 100; n++) {
                written.add(name + n);
            }
            writers.add(new Thread(() -> write(name, troubles)));
        }
        writers.forEach(Thread::start);
        for (Thread each : writers) {
            each.join();
        }
        assertEquals(List.of(), troubles);
        try (AnswerSaver saver = AnswerSaver.open(place, heard)) {
            saver.history(W1).get().forEach(each -> written.remove(each.draft().body()));
        }
        assertEquals(Set.of(), written);
    }

    private void write(String name, List<Throwable> troubles) {
        try (AnswerSaver saver = AnswerSaver.open(place, new Heard())) {
            for (int n = 0; n < 100; n++) {
                Desk.save(saver, W1, name + n);
            }
        } catch (Exception e) {
            synchronized (troubles) {
                troubles.add(e);
            }
        }
    }

    @Test
    void aListenerThatThrowsKeepsNothingFromBeingSaved() throws Exception {
        try (AnswerSaver saver = AnswerSaver.open(place, new Gone())) {
            Desk.save(saver, W1, "one");
            Desk.save(saver, W1, "two");
            assertEquals("two", Desk.body(saver, W1));
        }
    }

    /** The listener of a window that is gone. */
    private static final class Gone implements SaveListener {
        private static final IllegalStateException GONE = new IllegalStateException("gone");

        @Override
        public void saved(Instant at, Set<QuestionKey> keys) {
            throw GONE;
        }

        @Override
        public void failed(String sentence) {
            throw GONE;
        }

        @Override
        public void recovered() {
            throw GONE;
        }

        @Override
        public void told(String sentence) {
            throw GONE;
        }

        @Override
        public void conflict(QuestionKey key, String mine, Draft theirs) {
            throw GONE;
        }
    }
}
