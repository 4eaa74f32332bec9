package loupe.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Following the files of a course, and opening the place of a finding. */
class WatchTest {
    @TempDir Path folder;

    @Test
    void whatIsSavedInAnyWayIsSeen() throws Exception {
        Path file = Files.writeString(folder.resolve("lesson.md"), "one");
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Watch watch = Watch.start(folder, () -> heard.add("changed"))) {
            assertNotNull(watch);
            Files.writeString(file, "two, in place");
            assertNotNull(heard.poll(30, TimeUnit.SECONDS));
            Path beside = Files.writeString(folder.resolve(".lesson.md.swp"), "three");
            Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertNotNull(heard.poll(30, TimeUnit.SECONDS));
            Files.createDirectories(folder.resolve("deep/figures"));
            Files.writeString(folder.resolve("deep/figures/x.svg"), "four");
            assertNotNull(heard.poll(30, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code|code --goto /c/a.md:3:5",
                "code --wait|code --wait --goto /c/a.md:3:5",
                "/usr/bin/gvim|/usr/bin/gvim +3 /c/a.md",
                "kate|kate --line 3 --column 5 /c/a.md",
                "strange|strange /c/a.md",
                "my-editor {file}@{line},{column}|my-editor /c/a.md@3,5",
            })
    void anEditorIsGivenThePlaceInItsOwnWay(String command, String words) {
        assertEquals(
                List.of(words.split(" ")),
                Editor.of(command).orElseThrow().words(Path.of("/c/a.md"), 3, 5));
    }
}
