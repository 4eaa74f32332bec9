package loupe.answer;

import static loupe.answer.Desk.COURSE;
import static loupe.answer.Desk.W1;
import static loupe.answer.Desk.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rolling backups, and what comes back from them and from the copies. */
@Timeout(120)
class BackupTest {
    private static final Evidence VIEW = new Evidence("{}", new byte[] {1, 2, 3}, "a,b\n");

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

    private List<Path> backups() throws IOException {
        return new Backups(place).all();
    }

    /** One session writes, the next start backs up what it finds. */
    private void writeAndBackUp() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one, backed up");
            Desk.save(saver, W2, "two, backed up");
            saver.past().keep(VIEW).get();
        }
        open().close();
        assertEquals(1, backups().size());
    }

    @Test
    void theFirstStartOfADayBacksUpAndTheNextDoesNot() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one");
            assertEquals(List.of(), backups());
        }
        open().close();
        open().close();
        assertEquals(1, backups().size());
        assertTrue(Backups.isGood(backups().get(0)));
        assertEquals("1", Desk.ask(backups().get(0), "SELECT count(*) FROM event"));
    }

    private long sayings(String start) {
        return heard.all().stream().filter(each -> each.startsWith("told " + start)).count();
    }

    @Test
    void aBackupThatCannotBeWrittenIsToldOnceUntilOneSucceedsAgain() throws Exception {
        String sentence = "Your answers are saved, but no backup of them could be written in ";
        Path folder = place.data().resolve("backups");
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one");
            Files.writeString(folder, "a file where the folder should be");
            saver.past().tidy().get();
            saver.past().tidy().get();
            Desk.save(saver, W1, "two");
            assertEquals(1, sayings(sentence + folder + ", because its folder cannot be used"));
            Files.delete(folder);
            saver.past().tidy().get();
            assertEquals(1, backups().size());
            assertEquals(1, sayings(sentence));
            Files.delete(backups().get(0));
            Files.delete(folder);
            Files.writeString(folder, "again");
            saver.past().tidy().get();
            assertEquals(2, sayings(sentence));
            assertEquals("two", Desk.body(saver, W1));
        }
    }

    @Test
    void aHandInIsBackedUpAtOnce() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one");
            HandedIn done = new HandedIn(COURSE, folder, "0".repeat(64), java.time.Instant.EPOCH);
            saver.past().handedIn(done, saver.past().snapshot(COURSE).get()).get();
            assertEquals(1, backups().size());
        }
    }

    @Test
    void theNewestFiveAreKeptAndTheLastOfEachOfFourteenDays() {
        List<Path> newestFirst =
                IntStream.rangeClosed(1, 80)
                        .mapToObj(
                                n ->
                                        Path.of(
                                                "backup-%06d-202611%02d-1200.db"
                                                        .formatted(n, (n + 3) / 4)))
                        .sorted(Comparator.reverseOrder())
                        .toList();
        List<Path> tooMany = Backups.tooMany(newestFirst);
        assertEquals(80 - 5 - 14, tooMany.size());
        assertTrue(tooMany.stream().noneMatch(newestFirst.subList(0, 5)::contains));
        assertTrue(tooMany.contains(newestFirst.get(79)));
    }

    @Test
    void afterDamageTheBackupComesBackThenWhatTheFileAndTheCopyHaveSince() throws Exception {
        writeAndBackUp();
        try (AnswerSaver saver = open()) {
            Desk.body(saver, W1);
            Desk.save(saver, W1, "one, in the file");
            Desk.save(saver, Desk.key("w3"), "three, in the copy");
        }
        Desk.change(place.file(), "UPDATE event SET body = x'00' WHERE question = 'w3'");
        Desk.change(place.file(), "UPDATE evidence SET png = x'00'");
        Desk.change(place.file(), "UPDATE event SET sha256 = '0' WHERE question = 'w2'");
        Heard told = new Heard();
        try (AnswerSaver saver = AnswerSaver.open(place, told)) {
            assertEquals("one, in the file", Desk.body(saver, W1));
            assertEquals("two, backed up", Desk.body(saver, W2));
            assertEquals("three, in the copy", Desk.body(saver, Desk.key("w3")));
            assertEquals(VIEW, saver.past().evidence(VIEW.sha256()).get().orElseThrow());
            assertEquals(
                    List.of("one, backed up", "one, in the file"),
                    saver.history(W1).get().stream().map(each -> each.draft().body()).toList());
        }
        String sentence = told.all().get(0);
        assertTrue(
                sentence.contains(". 1 answer came back from the backup " + place.data()),
                sentence);
        assertTrue(
                sentence.contains(
                        ", 1 answer came back from it, 1 answer came back from the" + " copy in "),
                sentence);
    }

    @Test
    void aDamagedBackupIsPassedOver() throws Exception {
        writeAndBackUp();
        Files.copy(
                backups().get(0), place.data().resolve("backups/backup-000002-20261120-0000.db"));
        Files.writeString(
                place.data().resolve("backups/backup-000003-20261120-0000.db"), "no database");
        Desk.change(backups().get(1), "UPDATE event SET body = x'00'");
        assertEquals(
                "backup-000001",
                new Backups(place)
                        .newestGood()
                        .orElseThrow()
                        .getFileName()
                        .toString()
                        .substring(0, 13));
    }

    @Test
    void aHeadThatPointsAtAnotherQuestionsTextIsDamage() throws Exception {
        writeAndBackUp();
        Desk.change(
                place.file(),
                "UPDATE head SET event = (SELECT id FROM event WHERE question = 'w2')"
                        + " WHERE question = 'w1'");
        try (AnswerSaver saver = open()) {
            assertEquals("one, backed up", Desk.body(saver, W1));
        }
    }

    @Test
    void aPieceOfABackupThatWasCutShortIsInNobodysWay() throws Exception {
        writeAndBackUp();
        Files.delete(backups().get(0));
        Files.writeString(place.data().resolve("backups/x"), "what else lies there");
        for (int n = 1; n < 3; n++) {
            Path cut = place.data().resolve("backups/backup-00000" + n + "-20260101-0000.db.new");
            Files.writeString(cut, "half");
        }
        open().close();
        assertEquals(1, backups().size());
    }

    @Test
    void theViewsOfAnAnswerLieBesideItsCopyAndComeBackFromThere() throws Exception {
        try (AnswerSaver saver = open()) {
            saver.past().keep(VIEW).get();
            Desk.save(saver, W1, VIEW.markdown("here"));
        }
        Path views = place.copies().resolve(COURSE).resolve("views");
        assertEquals("a,b\n", Files.readString(views.resolve(VIEW.sha256() + ".csv")));
        Files.delete(place.file());
        try (AnswerSaver saver = open()) {
            assertEquals(
                    Map.of(VIEW.sha256(), VIEW), saver.past().snapshot(COURSE).get().evidence());
        }
    }

    @Test
    void aPromptComesBackFromTheCopy() throws Exception {
        try (AnswerSaver saver = open()) {
            Desk.save(saver, W1, "one");
        }
        Files.delete(place.file());
        try (AnswerSaver saver = open()) {
            String prompt = saver.past().versions(W1).get().get(0).promptSha256();
            assertEquals("What is it?", saver.past().prompt(prompt).get());
        }
    }

    @Test
    void everythingOfAPersonIsFoundAndNothingOfAnybodyElse() throws Exception {
        writeAndBackUp();
        Files.writeString(place.data().resolve("settings.properties"), "theme=dark");
        Files.writeString(place.copies().resolve(COURSE).resolve("my-own.md"), "mine");
        Profile profile = new Profiles(place).change(new Profile("first", "", "", place), "A", "1");
        Profile other = new Profiles(place).add("B", "2");
        try (AnswerSaver saver = AnswerSaver.open(other.place(), new Heard())) {
            Desk.save(saver, W1, "of B");
        }
        Belongings.of(profile).remove();
        try (Stream<Path> left = Files.list(place.data())) {
            assertEquals(
                    List.of("profiles", "settings.properties"),
                    left.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.exists(place.copies().resolve(COURSE).resolve("my-own.md")));
        assertTrue(Files.notExists(place.copies().resolve(COURSE).resolve("attention.md")));
        try (AnswerSaver saver = AnswerSaver.open(other.place(), new Heard())) {
            assertEquals("of B", Desk.body(saver, W1));
        }
        Belongings.of(other).remove();
        assertTrue(Files.notExists(other.place().data()));
    }
}
