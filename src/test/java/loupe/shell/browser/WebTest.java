package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests written in JavaScript, each file run in the embedded browser under the real policy. */
class WebTest {

    private static final Path FILES = Path.of(System.getProperty("loupe.home"), "src/test/web");

    /** All of them, or with {@code -Dloupe.web=head} those with such a name. */
    static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.js"))
                    .filter(name -> name.contains(System.getProperty("loupe.web", "")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTestOfTheFilePasses(String file) throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Site site = new WebTestSite(() -> started.complete(null), report);
        try (TestBrowser.Shown shown =
                TestBrowser.show(site, "/web-test/run.html?file=" + file, new PageEvents() {})) {
            started.get(60, TimeUnit.SECONDS);
            SwingUtilities.invokeLater(shown.page()::focus);
            check(JsonParser.parseString(report.get(60, TimeUnit.SECONDS)).getAsJsonObject());
        }
    }

    private static void check(JsonObject report) {
        List<Executable> results = new ArrayList<>();
        for (JsonElement each : report.getAsJsonArray("results")) {
            JsonObject result = each.getAsJsonObject();
            String name = result.get("name").getAsString();
            String message = result.has("message") ? result.get("message").toString() : "";
            results.add(() -> assertTrue(result.get("ok").getAsBoolean(), name + ": " + message));
        }
        assertFalse(results.isEmpty(), "the file has no test");
        assertAll(results);
    }
}
