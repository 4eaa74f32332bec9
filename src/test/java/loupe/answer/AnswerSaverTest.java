package loupe.answer;

import static loupe.answer.Desk.COURSE;
import static loupe.answer.Desk.LESSON;
import static loupe.answer.Desk.W1;
import static loupe.answer.Desk.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loupe.lesson.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typing, saving and reading back, with a real file. */
@Timeout(120)
class AnswerSaverTest {
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

    @Test
    void whatIsTypedIsSavedWithoutAnyoneAsking() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.type(saver, W1, "Hello");
            assertEquals("saved [w1]", heard.await("saved"));
        }
        assertEquals("Hello", Desk.ask(place.file(), "SELECT CAST(body AS TEXT) FROM event"));
    }

    @Test
    void someoneWhoNeverPausesIsSavedAllTheSame() throws Exception {
        try (AnswerSaver saver = open()) {
            for (int n = 0; heard.all().isEmpty(); n++) {
                Desk.type(saver, W1, "text " + n);
                Thread.onSpinWait();
            }
        }
        assertEquals("saved [w1]", heard.all().get(0));
    }

    @Test
    void theNextStartFindsTheAnswerWithItsRevisionAndPrompt() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "One");
            Desk.save(saver, W1, "One and two");
            Desk.save(saver, W2, "Three");
        }
        try (AnswerSaver saver = open()) {
            Map<String, Draft> drafts = saver.load(COURSE, LESSON).get();
            assertEquals(Set.of("w1", "w2"), drafts.keySet());
            assertEquals("One and two", drafts.get("w1").body());
            assertEquals(2, drafts.get("w1").revision());
            assertEquals(Sha256.of("What is it?"), drafts.get("w1").promptSha256());
            assertEquals("1.0", drafts.get("w1").lessonVersion());
        }
    }

    static List<String> texts() {
        return List.of(
                "",
                "a\0b\0",
                "line\r\nline\rline\n",
                "😀👩‍👩‍👧‍👦 \uD83C\uDDE9\uD83C\uDDEA",
                "שלום עולם مرحبا \u202E reversed \u202C",
                "'; DROP TABLE event; -- \" \\ % _",
                "<!-- loupe end -->\n\n<!-- loupe answer=w1 -->",
                "\uFEFFmark, \uFFFF, e\u0301",
                "1 MB: " + "é".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyTextComesBackLetterByLetter(String text) throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "before");
            Desk.save(saver, W1, text);
        }
        try (AnswerSaver saver = open()) {
            assertTrue(text.equals(Desk.body(saver, W1)));
        }
        assertEquals(List.of("wrong thread"), absent("wrong thread"));
    }

    private List<String> absent(String line) {
        return heard.all().contains(line) ? List.of() : List.of(line);
    }

    @Test
    void theFileKeepsWhatTheRulesAskFor() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "Text");
            assertEquals("wal", Desk.ask(place.file(), "PRAGMA journal_mode"));
        }
        assertEquals("2", Desk.ask(place.file(), "PRAGMA user_version"));
        assertEquals(Sha256.of("Text"), Desk.ask(place.file(), "SELECT sha256 FROM event"));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(place.data())));
    }

    @Test
    void theSameTextAgainIsNotAnotherEvent() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "Text");
            Desk.save(saver, W1, "Text");
            assertEquals(1, saver.history(W1).get().size());
        }
    }

    @Test
    void progressCountsAnswersThatAreNotBlank() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "Text");
            Desk.save(saver, W2, " \n\t");
            Desk.save(saver, new QuestionKey(COURSE, "other", "w9"), "Text");
            assertEquals(
                    Map.of("attention", Set.of("w1"), "other", Set.of("w9")),
                    saver.answered(
                                    Desk.course(
                                            COURSE,
                                            Desk.lesson(LESSON, "w1", "w2"),
                                            Desk.lesson("other", "w9", "w8")))
                            .get());
            assertEquals(
                    Map.of(),
                    saver.answered(Desk.course("another", Desk.lesson(LESSON, "w1"))).get());
        }
    }

    @Test
    void loadingShowsWhatStillWaitsToBeSaved() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "saved");
            Desk.type(saver, W1, "typed since");
            assertEquals("typed since", Desk.body(saver, W1));
        }
    }

    @Test
    void textsFromManyThreadsAreAllSaved() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (AnswerSaver saver = open()) {
            for (int n = 0; n < 20; n++) {
                String name = "w" + n;
                threads.add(new Thread(() -> Desk.type(saver, Desk.key(name), "I am " + name)));
            }
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
        }
        try (AnswerSaver saver = open()) {
            Map<String, Draft> drafts = saver.load(COURSE, LESSON).get();
            assertEquals(20, drafts.size());
            drafts.forEach((name, draft) -> assertEquals("I am " + name, draft.body()));
        }
    }

    @Test
    void closingSavesWhatWasTypedLast() throws Exception {
        AnswerSaver saver = open();
        Desk.type(saver, W1, "last words");
        saver.close();
        saver.close();
        assertThrows(IllegalStateException.class, () -> Desk.type(saver, W1, "too late"));
        try (AnswerSaver next = open()) {
            assertEquals("last words", Desk.body(next, W1));
        }
    }

    @Test
    void theCopyIsReadableAndCurrent() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "My *answer*.\n\nMore.");
        }
        String copy = Files.readString(place.copies().resolve("demo/attention.md"));
        assertTrue(copy.startsWith("# attention\n"), copy);
        assertTrue(copy.contains("\n## w1\n\n> What is it?\n\n<!-- loupe answer=w1 "), copy);
        assertTrue(copy.contains("-->\n\nMy *answer*.\n\nMore.\n\n<!-- loupe end -->\n"), copy);
    }

    @Test
    void aCopyThatCannotBeWrittenNeverKeepsAnAnswerFromBeingSaved() throws Exception {
        Files.writeString(place.copies(), "a file where the folder should be");
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "Text");
            assertEquals("saved [w1]", heard.await("saved"));
            assertEquals(
                    "told Your answers are saved, but the readable copy in "
                            + place.copies()
                            + " cannot be written: see that you may write there.",
                    heard.await("told"));
        }
        assertEquals("1", Desk.ask(place.file(), "SELECT count(*) FROM event"));
    }

    @Test
    void theStoreRefusesAnyThreadButItsOwn() throws Exception {
        AnswerStore store = Opening.open(place, sentence -> {});
        List<Throwable> refused = new ArrayList<>();
        Thread other =
                new Thread(
                        () ->
                                refused.add(
                                        assertThrows(
                                                IllegalStateException.class,
                                                () -> store.drafts(COURSE, LESSON))));
        other.start();
        other.join();
        assertEquals(1, refused.size());
        store.close();
    }

    @Test
    void oldDraftsAreThinnedAndWhatIsInForceStays() throws Exception {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        AnswerStore store = Opening.open(place, sentence -> {});
        for (int n = 0; n < 60; n++) {
            store.save(List.of(Entry.draft(W1, "text " + n, "What?", "1", n)));
        }
        store.close();
        // Twenty texts a second apart two days ago, twenty two hours ago, twenty a minute ago.
        for (int part = 0; part < 3; part++) {
            long start =
                    now.minus(Duration.ofMinutes(List.of(2880, 120, 1).get(part))).toEpochMilli();
            start -= start % 300_000;
            Desk.change(
                    place.file(),
                    "UPDATE event SET session = 's', wall_time = "
                            + start
                            + " + id * 1000 WHERE (id - 1) / 20 = "
                            + part);
        }
        store = Opening.open(place, sentence -> {});
        store.thin(now);
        List<String> kept =
                store.read(all -> all.rows().events(W1)).stream()
                        .map(each -> each.draft().body())
                        .toList();
        store.close();
        assertEquals(22, kept.size());
        assertEquals(List.of("text 19", "text 39", "text 40"), kept.subList(0, 3));
        assertEquals("text 59", kept.get(21));
    }

    @Test
    void theWordingOfAPromptIsKept() throws Exception {
        AnswerStore store = Opening.open(place, sentence -> {});
        store.save(List.of(Entry.draft(W1, "text", "What, then?", "1", 0)));
        assertEquals("What, then?", prompt(store, Sha256.of("What, then?")));
        assertEquals("", prompt(store, "0"));
        store.close();
    }

    private static String prompt(AnswerStore store, String sha256) throws AnswerTrouble {
        return store.read(all -> all.shelf().prompt(sha256));
    }

    @Test
    void whateverIsInThePathTheFileIsFound() throws Exception {
        place = new AnswerPlace(folder.resolve("a b?c#d%41'ü😀"), folder.resolve("copies"));
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "Text");
        }
        assertTrue(Files.size(place.file()) > 0);
        assertFalse(Files.exists(folder.resolve("a b")));
    }
}
