package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    @TempDir Path folder;

    private JsonObject save(String name, String body) {
        SiteReply reply = new Downloads(folder).save(name, body);
        return JsonParser.parseString(new String(reply.body(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    @Test
    void aFileThatIsThereAlreadyStaysAndTheNewOneGetsANumber() throws Exception {
        Path first = Path.of(save("head.csv", "a,b").get("path").getAsString());
        Path second = Path.of(save("head.csv", "ä").get("path").getAsString());
        assertEquals(
                List.of(folder.resolve("head.csv"), folder.resolve("head (2).csv")),
                List.of(first, second));
        assertEquals("a,b", Files.readString(first));
        assertEquals("ä", Files.readString(second));
    }

    @Test
    void aPictureComesAsADataUrl() throws Exception {
        save("p.png", "data:image/png;base64,iVBORw==");
        assertArrayEquals(
                new byte[] {(byte) 0x89, 'P', 'N', 'G'},
                Files.readAllBytes(folder.resolve("p.png")));
        assertEquals(
                "The file was not saved: no PNG.",
                save("q.png", "hello").get("message").getAsString());
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws Exception {
        for (String name : List.of("../x.csv", "a/b.csv", "x.sh", ".csv", "", "x.csv.exe")) {
            assertTrue(save(name, "a").get("message").getAsString().contains("is no name"), name);
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderThatIsGoneIsSaid() throws Exception {
        Files.delete(folder);
        assertTrue(
                save("x.csv", "a")
                        .get("message")
                        .getAsString()
                        .startsWith("The file was not saved: "));
        Files.createDirectory(folder);
    }
}
