package loupe.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where answers live on each platform. */
class AnswerPlaceTest {
    @TempDir Path home;

    private AnswerPlace place(String system, Map<String, String> more, Map<String, String> set) {
        return AnswerPlace.of(
                more,
                key ->
                        key.equals("user.home")
                                ? home.toString()
                                : key.equals("os.name") ? system : set.getOrDefault(key, ""));
    }

    @Test
    void linuxFollowsXdg() throws Exception {
        assertEquals(home.resolve(".local/share/loupe"), place("Linux", Map.of(), Map.of()).data());
        assertEquals(
                Path.of("/elsewhere/loupe"),
                place("Linux", Map.of("XDG_DATA_HOME", "/elsewhere"), Map.of()).data());
        assertEquals(home.resolve("Documents/Loupe"), place("Linux", Map.of(), Map.of()).copies());
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(
                home.resolve(".config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n");
        assertEquals(home.resolve("Dokumente/Loupe"), place("Linux", Map.of(), Map.of()).copies());
    }

    @Test
    void macAndWindowsHaveTheirOwnFolders() {
        assertEquals(
                home.resolve("Library/Application Support/Loupe"),
                place("Mac OS X", Map.of(), Map.of()).data());
        assertEquals(
                Path.of("/local/Loupe"),
                place("Windows 11", Map.of("LOCALAPPDATA", "/local"), Map.of()).data());
    }

    @Test
    void aPropertyOrTheEnvironmentNamesAnother() {
        AnswerPlace named = place("Linux", Map.of(), Map.of("loupe.data", "/x"));
        assertEquals(Path.of("/x"), named.data());
        assertEquals(Path.of("/x/copies"), named.copies());
        AnswerPlace both =
                place("Linux", Map.of("LOUPE_DATA", "/y", "LOUPE_DOCUMENTS", "/z"), Map.of());
        assertEquals(Path.of("/y/answers.db"), both.file());
        assertEquals(Path.of("/z"), both.copies());
    }
}
