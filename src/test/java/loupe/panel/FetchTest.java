package loupe.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import loupe.hub.FakeHub;
import loupe.hub.HubSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is missing, from the refused run to the picture, over a hub on the loopback. */
class FetchTest {

    private static final String BODY = "{\"model\":\"org/name\",\"text\":\"The dog\"}";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    private FakeHub hub;
    private ExecutorService model;
    private PanelDesk desk;

    @BeforeEach
    void startTheHub() throws IOException {
        hub = new FakeHub();
        Path tiny = Path.of(System.getProperty("loupe.home"), "src/test/resources/models/tiny-gpt");
        try (Stream<Path> files = Files.list(tiny)) {
            for (Path file : files.toList()) {
                hub.files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        HubSettings settings =
                new HubSettings(
                        folder.resolve("hub"),
                        hub.endpoint(),
                        Optional.empty(),
                        false,
                        ProxySelector.of(null));
        model = ModelThread.executor();
        desk = new PanelDesk(model, new Lab(folder, settings));
    }

    @AfterEach
    void stopTheHub() {
        model.shutdownNow();
        hub.close();
    }

    private JsonObject run(String ticket) throws Exception {
        return object(
                desk.ask("attention", ticket, BODY).get(PATIENCE_SECONDS, TimeUnit.SECONDS).json());
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private JsonObject end(String id) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        JsonObject standing = object(desk.fetched(id));
        while (standing.get("state").getAsString().equals("running") && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(20);
            standing = object(desk.fetched(id));
        }
        return standing;
    }

    @Test
    void aMissingModelIsOfferedFetchedAndThenRuns() throws Exception {
        JsonObject refused = run("one");
        assertEquals("refused", refused.get("state").getAsString());
        assertEquals(
                "org/name is not on this computer yet. It is fetched once and kept.",
                refused.get("message").getAsString());
        assertEquals("org/name", refused.getAsJsonObject("offer").get("fetch").getAsString());
        assertEquals("running", object(desk.fetch(FakeHub.ID)).get("state").getAsString());
        assertEquals("{\"state\":\"done\"}", end(FakeHub.ID).toString());
        assertEquals("drawn", run("two").get("state").getAsString());
    }

    @Test
    void aModelThatTheHubDoesNotKnowIsSaid() throws Exception {
        desk.fetch("org/other");
        JsonObject standing = end("org/other");
        assertEquals("failed", standing.get("state").getAsString());
        assertTrue(
                standing.get("message").getAsString().contains("org/other"), standing.toString());
    }

    @Test
    void aStoppedFetchSaysSoAndTheNextOneGoesOn() throws Exception {
        desk.fetch(FakeHub.ID);
        desk.cancelFetch(FakeHub.ID);
        String state = end(FakeHub.ID).get("state").getAsString();
        assertTrue(state.equals("cancelled") || state.equals("done"), state);
        desk.fetch(FakeHub.ID);
        assertEquals("{\"state\":\"done\"}", end(FakeHub.ID).toString());
    }

    @Test
    void whatNobodyAskedForIsNotUnderWay() {
        assertEquals(
                "{\"state\":\"failed\",\"message\":\"gpt2 was not asked for. Fetch it.\"}",
                desk.fetched("gpt2"));
    }
}
