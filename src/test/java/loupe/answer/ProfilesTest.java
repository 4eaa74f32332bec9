package loupe.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people on one computer. */
class ProfilesTest {
    @TempDir Path folder;
    private Profiles profiles;
    private AnswerPlace base;

    @BeforeEach
    void choosePlace() {
        base = new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
        profiles = new Profiles(base);
    }

    @Test
    void atFirstThereIsOneWithoutAName() throws Exception {
        assertEquals(List.of(new Profile("first", "", "", base)), profiles.all());
    }

    @Test
    void aNameIsRememberedAndTheAnswersStayWhereTheyAre() throws Exception {
        profiles.change(profiles.all().get(0), " Ada Lovelace ", "1815");
        assertEquals(List.of(new Profile("first", "Ada Lovelace", "1815", base)), profiles.all());
    }

    @Test
    void everybodyHasAPlaceOfTheirOwn() throws Exception {
        profiles.change(profiles.all().get(0), "Ada", "1");
        Profile second = profiles.add("Jörg Müller", "2");
        Profile third = profiles.add("Jörg Müller", "3");
        Profile hebrew = profiles.add("שרה", "4");
        Profile dots = profiles.add("../..", "5");
        assertEquals("jorg-muller", second.id());
        assertEquals("jorg-muller-2", third.id());
        assertEquals("person", dots.id());
        assertNotEquals(second.place().file(), third.place().file());
        assertNotEquals(second.place().copies(), third.place().copies());
        assertEquals("שרה", hebrew.name());
        assertEquals(5, profiles.all().size());
        assertEquals("Ada", profiles.all().get(0).name());
    }

    @Test
    void whoHasAnswersIsThereEvenWhereOthersAre() throws Exception {
        profiles.add("Grace", "7");
        assertEquals(1, profiles.all().size());
        Files.writeString(base.file(), "");
        assertEquals(2, profiles.all().size());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        AnswerTrouble refused =
                assertThrows(AnswerTrouble.class, () -> profiles.add("Ada", "1815"));
        assertEquals(
                "The names of the people who write here cannot be written in "
                        + folder.resolve("data")
                        + ": see that you may write there.",
                refused.getMessage());
    }
}
