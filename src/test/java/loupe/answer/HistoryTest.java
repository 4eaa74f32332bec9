package loupe.answer;

import static loupe.answer.Desk.COURSE;
import static loupe.answer.Desk.LESSON;
import static loupe.answer.Desk.W1;
import static loupe.answer.Desk.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The versions of an answer and the ways back; lessons that change under their answers. */
@Timeout(120)
class HistoryTest {
    private static final Evidence VIEW =
            new Evidence("{\"layer\":5}", new byte[] {1, 2, 3}, "token,weight\na,0.5\n");

    @TempDir Path folder;
    private AnswerPlace place;
    private final Heard heard = new Heard();

    @BeforeEach
    void choosePlace() {
        place = new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
    }

    private AnswerSaver open() {
        return AnswerSaver.open(place, heard);
    }

    private static List<String> kinds(AnswerSaver saver) throws Exception {
        return saver.past().versions(W1).get().stream().map(each -> each.kind().word()).toList();
    }

    @Test
    void everySavedTextIsAVersionWithWhatItWasWrittenFor() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one");
            Desk.save(saver, W1, "one and zwölf");
            Desk.save(saver, W2, "other");
            List<Version> versions = saver.past().versions(W1).get();
            assertEquals(2, versions.size());
            assertTrue(versions.get(0).id() < versions.get(1).id());
            assertEquals(14, versions.get(1).bytes());
            assertEquals("1.0", versions.get(1).lessonVersion());
            assertEquals("one", saver.past().body(versions.get(0).id()).get());
            assertEquals("What is it?", saver.past().prompt(versions.get(0).promptSha256()).get());
        }
    }

    @Test
    void versionsHaveWhatWasTypedAMomentAgo() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.type(saver, W1, "just typed");
            assertEquals(List.of("draft"), kinds(saver));
        }
    }

    @Test
    void anEarlierVersionComesBackAsANewEvent() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "first");
            Desk.save(saver, W1, "second");
            long first = saver.past().versions(W1).get().get(0).id();
            Draft now = saver.past().restore(W1, first).get();
            assertEquals("first", now.body());
            assertEquals(3, now.revision());
            assertEquals(List.of("draft", "draft", "restore"), kinds(saver));
            Desk.save(saver, W1, "first, and on");
        }
        try (AnswerSaver saver = open()) {
            assertEquals("first, and on", Desk.body(saver, W1));
        }
        assertTrue(heard.all().stream().noneMatch(each -> each.startsWith("conflict")));
    }

    @Test
    void whatWaitsToBeSavedIsAVersionBeforeARestore() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "first");
            long first = saver.past().versions(W1).get().get(0).id();
            Desk.type(saver, W1, "typed and not yet saved");
            saver.past().restore(W1, first).get();
            assertEquals(
                    List.of("first", "typed and not yet saved", "first"),
                    saver.history(W1).get().stream().map(each -> each.draft().body()).toList());
        }
    }

    @Test
    void aResetIsUndoneByRestoringWhatStoodBefore() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "long work");
            assertEquals("", saver.past().reset(W1, "What is it?", "1.0").get().body());
            assertEquals("", Desk.body(saver, W1));
            List<Version> versions = saver.past().versions(W1).get();
            assertEquals(EventKind.RESET, versions.get(1).kind());
            saver.past().restore(W1, versions.get(0).id()).get();
            assertEquals("long work", Desk.body(saver, W1));
        }
    }

    @Test
    void whatAResetTookAwayIsNeverThinnedOut() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "long work");
            saver.past().reset(W1, "What is it?", "1.0").get();
            Desk.save(saver, W1, "x");
            Desk.save(saver, W1, "xy");
        }
        AnswerStore store = Opening.open(place, sentence -> {});
        store.thin(Instant.now().plusSeconds(3 * 86_400));
        assertEquals(
                List.of("long work", "", "xy"),
                store.read(all -> all.rows().events(W1)).stream()
                        .map(each -> each.draft().body())
                        .toList());
        store.close();
    }

    @Test
    void aVersionThatIsGoneLeavesTheAnswerAsItIs() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "mine");
            Exception refused =
                    assertThrows(
                            ExecutionException.class, () -> saver.past().restore(W1, 99).get());
            assertEquals(
                    "This version is no longer kept. Your answer is as it was: choose another"
                            + " version.",
                    refused.getCause().getMessage());
            assertEquals("mine", Desk.body(saver, W1));
        }
    }

    @Test
    void openedHintsAreRecordedAndAreNoVersions() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "mine");
            saver.openedHint(W1, 1, Desk.question("w1", "What is it?"), "1.0");
            saver.openedHint(W1, 2, Desk.question("w1", "What is it?"), "1.0");
        }
        try (AnswerSaver saver = open()) {
            assertEquals(Map.of("w1", Set.of(1, 2)), saver.past().hints(COURSE, LESSON).get());
            assertEquals(List.of("draft"), kinds(saver));
            assertEquals("mine", Desk.body(saver, W1));
        }
    }

    @Test
    void anAttachedViewIsKeptOnceByItsContent() throws Exception {
        try (AnswerSaver saver = open()) {
            String sha256 = saver.past().keep(VIEW).get();
            assertEquals(VIEW.sha256(), sha256);
            assertEquals(sha256, saver.past().keep(VIEW).get());
            Desk.save(saver, W1, "See " + VIEW.markdown("Head 5 [of 12]"));
            Snapshot all = saver.past().snapshot(COURSE).get();
            assertEquals(Map.of(sha256, VIEW), all.evidence());
            assertEquals(Optional.of(VIEW), saver.past().evidence(sha256).get());
            assertEquals(Optional.empty(), saver.past().evidence("0".repeat(64)).get());
        }
        assertEquals("1", Desk.ask(place.file(), "SELECT count(*) FROM evidence"));
        assertEquals(
                "![Head 5 \\[of 12\\]](evidence:" + VIEW.sha256() + ")",
                VIEW.markdown("Head 5\n[of 12]"));
    }

    @Test
    void aRenamedQuestionFindsItsOldAnswer() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "written under the old name");
        }
        Lesson renamed = Desk.lesson(LESSON, List.of(Desk.question("w-new", "What is it?", "w1")));
        Course course = Desk.course(COURSE, renamed);
        QuestionKey fresh = Desk.key("w-new");
        try (AnswerSaver saver = open()) {
            assertEquals(
                    "written under the old name",
                    saver.load(COURSE, renamed).get().get("w-new").body());
            assertEquals(List.of(), saver.past().gone(course).get());
            assertEquals(Map.of(LESSON, Set.of("w-new")), saver.answered(course).get());
            Desk.save(saver, fresh, "and on");
            assertEquals("and on", saver.load(COURSE, renamed).get().get("w-new").body());
        }
        assertTrue(heard.all().stream().noneMatch(each -> each.startsWith("conflict")));
    }

    @Test
    void aQuestionThatMovedToAnotherLessonFindsItsAnswerThere() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "written in the old lesson");
            Lesson moved =
                    Desk.lesson(
                            "encoders",
                            List.of(Desk.question("w1", "What is it?", "attention/w1")));
            assertEquals(
                    "written in the old lesson", saver.load(COURSE, moved).get().get("w1").body());
            assertEquals(List.of(), saver.past().gone(Desk.course(COURSE, moved)).get());
        }
    }

    @Test
    void changedCodeOfACellIsHandedInAndLiesInTheDrawerOnceNobodyCanChangeItThere()
            throws Exception {
        Cell open = new Cell("c1", "int a;", List.of(), 10, false, false, false);
        Cell readonly = new Cell("c1", "int a;", List.of(), 10, false, true, false);
        try (AnswerSaver saver = open()) {
            saver.offer(Desk.key("c1"), "int b;", open, "1");
            saver.flush().get();
            Course now = course(open);
            assertEquals("int b;", saver.load(COURSE, now.lessons().get(0)).get().get("c1").body());
            assertEquals(List.of(), saver.past().gone(now).get());
            List<Filed> changed = saver.past().snapshot(COURSE).get().changedCode(now);
            assertEquals(List.of("int a;"), changed.stream().map(Filed::prompt).toList());
            Course later = course(readonly);
            assertEquals(List.of(), saver.past().snapshot(COURSE).get().changedCode(later));
            assertEquals("int b;", saver.past().gone(later).get().get(0).draft().body());
            saver.offer(Desk.key("c1"), "", open, "1");
            saver.flush().get();
            assertEquals(List.of(), saver.past().snapshot(COURSE).get().changedCode(now));
            assertEquals(List.of(), saver.past().gone(later).get());
        }
    }

    private static Course course(Cell cell) {
        return Desk.course(COURSE, Desk.lesson(LESSON, List.of(), List.of(cell)));
    }

    @Test
    void theAnswerToAQuestionThatIsGoneLiesInTheDrawerWithItsPrompt() throws Exception {
        Course course = Desk.course(COURSE, Desk.lesson(LESSON, "w2"));
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "orphan");
            Desk.save(saver, W2, "still asked");
            Desk.save(saver, Desk.key("w3"), " \n");
            List<Filed> gone = saver.past().gone(course).get();
            assertEquals(1, gone.size());
            assertEquals(W1, gone.get(0).key());
            assertEquals("orphan", gone.get(0).draft().body());
            assertEquals("What is it?", gone.get(0).prompt());
        }
    }

    @Test
    void whatWasHandedInIsKnownAndTheAnswerGoesOn() throws Exception {
        HandedIn done =
                new HandedIn(COURSE, folder.resolve("a.pdf"), "ab12cd34".repeat(8), heardAt());
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "handed in");
            saver.past().handedIn(done, saver.past().snapshot(COURSE).get()).get();
            Desk.save(saver, W1, "and on");
        }
        try (AnswerSaver saver = open()) {
            assertEquals(List.of(done), saver.past().handIns(COURSE).get());
            assertEquals("ab12cd34", done.receipt());
            assertEquals("and on", Desk.body(saver, W1));
            assertEquals(List.of("draft", "hand-in", "draft"), kinds(saver));
            assertEquals(
                    loupe.lesson.Sha256.of("handed in"),
                    saver.past().snapshot(COURSE).get().handedIn().get(W1));
        }
    }

    private static Instant heardAt() {
        return Instant.parse("2026-11-20T23:58:00Z");
    }

    @Test
    void aFileOfTheFirstVersionIsBackedUpAndBroughtUpToDate() throws Exception {
        Files.createDirectories(place.data());
        try (var old = HistoryTest.class.getResourceAsStream("/answers/version-1.db")) {
            Files.copy(old, place.file());
        }
        // A start that was killed at the backup left a piece of it.
        Files.writeString(place.data().resolve("answers-version-1.db"), "half a backup");
        Files.writeString(place.data().resolve("answers-version-1.db.new"), "half a backup");
        try (AnswerSaver saver = open()) {
            assertEquals("First words, and more 😀", Desk.body(saver, W1));
            assertEquals("שלום", Desk.body(saver, W2));
            assertEquals(List.of("draft"), kinds(saver)); // the other is old, and thinned out
            saver.past().keep(VIEW).get();
        }
        assertEquals("2", Desk.ask(place.file(), "PRAGMA user_version"));
        Path backup = place.data().resolve("answers-version-1.db");
        assertEquals("1", Desk.ask(backup, "PRAGMA user_version"));
        assertEquals("3", Desk.ask(backup, "SELECT count(*) FROM event"));
    }
}
