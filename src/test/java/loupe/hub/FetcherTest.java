package loupe.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {
    @TempDir Path folder;
    private final FakeHub hub;
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private final List<FetchStanding> standings = new CopyOnWriteArrayList<>();
    private final byte[] weights = FakeHub.noise(300_000, 1);

    FetcherTest() throws Exception {
        hub = new FakeHub();
    }

    @BeforeEach
    void aModelInEveryForm() {
        hub.files.put(".gitattributes", "x".getBytes(UTF_8));
        hub.files.put("README.md", "x".getBytes(UTF_8));
        hub.files.put("config.json", "{\"model_type\": \"gpt2\"}".getBytes(UTF_8));
        hub.files.put("tokenizer.json", "{}".getBytes(UTF_8));
        hub.files.put("vocab.txt", "the".getBytes(UTF_8));
        hub.files.put("onnx/model.onnx", FakeHub.noise(2000, 2));
        hub.files.put("flax_model.msgpack", FakeHub.noise(2000, 3));
        hub.files.put("tf_model.h5", FakeHub.noise(2000, 4));
        hub.files.put("pytorch_model.bin", FakeHub.noise(2000, 5));
        hub.files.put("model.safetensors", weights);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Path cache() {
        return folder.resolve("hub");
    }

    private HubSettings settings(String... more) {
        Map<String, String> variables = new java.util.HashMap<>();
        variables.put("HF_HOME", folder.toString());
        variables.put("HF_ENDPOINT", hub.endpoint() + "/");
        for (int i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        return HubSettings.of(variables, folder);
    }

    private final FetchProgress progress =
            new FetchProgress() {
                @Override
                public void standing(FetchStanding standing) {
                    standings.add(standing);
                    synchronized (standings) {
                        standings.notifyAll();
                    }
                }

                @Override
                public void remark(String sentence) {
                    remarks.add(sentence);
                }
            };

    private Path fetch(HubSettings settings) throws Exception {
        return fetch(settings, FakeHub.ID).orElseThrow();
    }

    private Optional<Path> fetch(HubSettings settings, String id) throws Exception {
        try (Fetcher fetcher = new Fetcher(settings, pauses::add)) {
            return fetcher.start(ModelId.parse(id), progress).await();
        }
    }

    private String refusal(HubSettings settings, String id) {
        return assertThrows(CheckpointException.class, () -> fetch(settings, id)).getMessage();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFetchedModelLiesAsPythonWouldHaveLaidIt() throws Exception {
        Path snapshot = fetch(settings());
        Path repository = cache().resolve("models--org--name");
        assertEquals(repository.resolve("snapshots").resolve(FakeHub.COMMIT), snapshot);
        assertEquals(FakeHub.COMMIT, Files.readString(repository.resolve("refs/main")));
        assertEquals(
                List.of("config.json", "model.safetensors", "tokenizer.json", "vocab.txt"),
                names(snapshot));
        String blob = "../../blobs/" + FakeHub.sha256(weights);
        assertEquals(Path.of(blob), Files.readSymbolicLink(snapshot.resolve("model.safetensors")));
        assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        assertEquals(4, names(repository.resolve("blobs")).size());
        Hub here = new Hub(folder, settings());
        assertEquals(snapshot, here.find(ModelId.parse(FakeHub.ID)).path());
        long bytes = weights.length + 22 + 2 + 3;
        assertEquals(List.of(new LocalModel(FakeHub.ID, snapshot, bytes, true)), here.models());
    }

    @Test
    void progressEndsAtTheTotalAndASecondFetchBringsNothing() throws Exception {
        fetch(settings());
        FetchStanding last = standings.get(standings.size() - 1);
        assertEquals(weights.length + 22 + 2 + 3, last.total());
        assertEquals(last.total(), last.done());
        assertEquals(1, hub.ofStore().size());
        fetch(settings());
        assertEquals(1, hub.ofStore().size());
    }

    @Test
    void theTokenGoesToTheHubAndNotToTheStore() throws Exception {
        Files.writeString(folder.resolve("token"), "secret\n");
        fetch(settings());
        assertEquals("", hub.ofStore().get(0).token());
        assertTrue(
                hub.seen.stream()
                        .filter(request -> !request.path().startsWith("/store/"))
                        .allMatch(request -> request.token().equals("Bearer secret")));
    }

    @Test
    void withoutSafetensorsThePytorchFileComes() throws Exception {
        hub.files.remove("model.safetensors");
        assertTrue(names(fetch(settings())).contains("pytorch_model.bin"));
    }

    @Test
    void ofShardsTheIndexAndAllThatItNamesCome() throws Exception {
        hub.files.remove("model.safetensors");
        hub.files.put(
                "model.safetensors.index.json",
                "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}}"
                        .getBytes(UTF_8));
        hub.files.put("model-1.safetensors", FakeHub.noise(3000, 6));
        hub.files.put("model-2.safetensors", FakeHub.noise(3000, 7));
        assertEquals(
                List.of(
                        "config.json",
                        "model-1.safetensors",
                        "model-2.safetensors",
                        "model.safetensors.index.json",
                        "tokenizer.json",
                        "vocab.txt"),
                names(fetch(settings())));
    }

    @Test
    void aConnectionThatBreaksIsTakenUpWhereItBroke() throws Exception {
        hub.store.add(FakeHub.breakAfter(100_000));
        hub.store.add(FakeHub.breakAfter(50_000));
        Path snapshot = fetch(settings());
        assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        assertEquals(
                List.of("", "bytes=100000-", "bytes=150000-"),
                hub.ofStore().stream().map(FakeHub.Seen::range).toList());
        String remark = "Fetching model.safetensors: the connection broke; trying again in 1 s.";
        assertEquals(List.of(remark, remark), remarks);
    }

    @Test
    void aFileThatCameDamagedIsFetchedOnceMore() throws Exception {
        hub.store.add(FakeHub.damage());
        Path snapshot = fetch(settings());
        assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        assertEquals(List.of("model.safetensors came damaged; fetching it again."), remarks);
    }

    @Test
    void aFileThatComesDamagedTwiceIsRefusedAndNotKept() throws Exception {
        hub.store.add(FakeHub.damage());
        hub.store.add(FakeHub.damage());
        byte[] wrong = weights.clone();
        wrong[wrong.length / 2]++;
        assertEquals(
                "org/name: model.safetensors came damaged 2 times: its SHA-256 is "
                        + FakeHub.sha256(wrong)
                        + ", wanted "
                        + FakeHub.sha256(weights)
                        + ". Fetch again later.",
                refusal(settings(), FakeHub.ID));
        assertEquals(3, names(cache().resolve("models--org--name/blobs")).size());
        assertFalse(Files.exists(cache().resolve("models--org--name/refs/main")));
    }

    @Test
    void aBusyHubIsAskedAgainWhenItSays() throws Exception {
        hub.front.add(FakeHub.status(429, "Retry-After", "7"));
        hub.store.add(FakeHub.status(503));
        hub.store.add(FakeHub.status(502));
        fetch(settings());
        assertEquals(
                List.of(Duration.ofSeconds(7), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                pauses);
        assertEquals(
                "Asking the hub for org/name: the hub answered 429; trying again in 7 s.",
                remarks.get(0));
    }

    @Test
    void aHubThatStaysBusyIsLeftAfterAWhile() {
        for (int i = 0; i < 6; i++) {
            hub.front.add(FakeHub.status(503));
        }
        assertEquals(
                "Asking the hub for org/name failed 6 times, the last time because the hub"
                        + " answered 503. What came stays; fetch again later.",
                refusal(settings(), FakeHub.ID));
        assertEquals(Stream.of(1, 2, 4, 8, 16).map(Duration::ofSeconds).toList(), pauses);
    }

    @Test
    void aHubThatIsSlowToBeginIsWaitedFor() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        hub.store.add(FakeHub.slowStart(latch));
        try (Fetcher fetcher = new Fetcher(settings(), pauses::add)) {
            Fetch fetch = fetcher.start(ModelId.parse(FakeHub.ID), progress);
            hub.await(seen -> !hub.ofStore().isEmpty());
            latch.countDown();
            assertTrue(fetch.await().isPresent());
        }
        assertEquals(List.of(), remarks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org/other||The hub %s has no model org/other, or it is private: check the name, or put your token into HF_TOKEN.",
                "org/other|x|The hub %s has no model org/other, or it is private: check the name and your token."
            })
    void aWrongNameIsSaid(String id, String token, String sentence) {
        HubSettings settings = token == null ? settings() : settings("HF_TOKEN", token);
        assertEquals(sentence.formatted(hub.endpoint()), refusal(settings, id));
    }

    @Test
    void aGatedModelIsSaid() {
        hub.files.clear();
        hub.files.put("model.safetensors", weights);
        hub.front.add((exchange, body) -> false); // the list may be seen, the files may not
        hub.front.add(FakeHub.status(401, "X-Error-Code", "GatedRepo"));
        String start = "The model org/name is gated: ask for access on " + hub.endpoint();
        assertEquals(
                start + "/org/name, put your token into HF_TOKEN and fetch again.",
                refusal(settings(), FakeHub.ID));
        hub.front.add(FakeHub.status(403));
        assertEquals(
                start + "/org/name, wait for it and fetch again.",
                refusal(settings("HF_TOKEN", "x"), FakeHub.ID));
    }

    @Test
    void noNetworkIsSaid() {
        hub.close();
        assertEquals(
                "The hub "
                        + hub.endpoint()
                        + " cannot be reached: check your network, or name your proxy in"
                        + " HTTPS_PROXY.",
                refusal(settings(), FakeHub.ID));
    }

    @Test
    void whatIsNoHubIsSaid() {
        hub.front.add(
                (exchange, body) -> {
                    exchange.sendResponseHeaders(200, 6);
                    exchange.getResponseBody().write("<html>".getBytes(UTF_8));
                    return true;
                });
        assertEquals(
                hub.endpoint() + " answered with a list of files that is none: it is not a hub.",
                refusal(settings(), FakeHub.ID));
    }

    @Test
    void aModelWithoutReadableWeightsIsSaid() {
        hub.files.keySet().removeIf(name -> !name.startsWith("tf_") && !name.equals("config.json"));
        assertEquals(
                "org/name has no weights that Loupe can read: wanted one of model.safetensors,"
                        + " model.safetensors.index.json, pytorch_model.bin,"
                        + " pytorch_model.bin.index.json; found config.json, tf_model.h5.",
                refusal(settings(), FakeHub.ID));
    }

    @Test
    void aFullDiskIsSaidBeforeTheFirstByte() {
        hub.claimed.put("model.safetensors", 4_000_000_000_000_000L);
        String sentence = refusal(settings(), FakeHub.ID);
        assertTrue(
                sentence.matches(
                        "org/name needs 4000 TB more, but only [0-9.]+ .B are free in "
                                + cache()
                                + ": make room there, or name another place in HF_HOME\\."),
                sentence);
        assertEquals(List.of(), hub.ofStore());
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(cache(), "in the way");
        assertEquals(
                "org/name cannot be kept in "
                        + cache()
                        + " (Not a directory). What came stays; mend that and fetch again.",
                refusal(settings(), FakeHub.ID));
    }

    @Test
    void whereThereAreNoLinksTheBytesThemselvesLieInTheSnapshot() throws Exception {
        try (FileSystem zip =
                FileSystems.newFileSystem(folder.resolve("x.zip"), Map.of("create", "true"))) {
            Path blob = Files.writeString(zip.getPath("/blob"), "weights");
            Path snapshot = Files.createDirectory(zip.getPath("/snapshot"));
            Delivery.link(blob, snapshot.resolve("model.safetensors"));
            assertEquals("weights", Files.readString(snapshot.resolve("model.safetensors")));
            assertEquals(List.of("model.safetensors"), names(snapshot));
            assertFalse(Files.exists(blob));
        }
    }

    @Test
    void offlineNothingIsFetched() {
        assertEquals(
                "HF_HUB_OFFLINE is set, so nothing is fetched: unset it to fetch org/name.",
                refusal(settings("HF_HUB_OFFLINE", "1"), FakeHub.ID));
        assertEquals(
                "course/gpt is not on the hub: only NAME or ORG/NAME can be fetched.",
                refusal(settings(), "course/gpt"));
        assertEquals(List.of(), hub.seen);
    }

    @Test
    void aFetchThatIsCancelledGoesOnLater() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        hub.store.add(FakeHub.waitAfter(200_000, latch));
        try (Fetcher fetcher = new Fetcher(settings(), pauses::add)) {
            Fetch fetch = fetcher.start(ModelId.parse(FakeHub.ID), progress);
            synchronized (standings) {
                while (standings.stream().noneMatch(standing -> standing.done() >= 200_000)) {
                    standings.wait();
                }
            }
            fetch.cancel();
            assertEquals(Optional.empty(), fetch.await());
            latch.countDown();
            Path snapshot =
                    fetcher.start(ModelId.parse(FakeHub.ID), progress).await().orElseThrow();
            assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        }
        assertEquals("bytes=200000-", hub.ofStore().get(1).range());
    }

    @Test
    void aProxyIsUsedAndAnExemptHostIsNot() throws Exception {
        String proxy = hub.endpoint().toString();
        hub.files.put("model.safetensors", FakeHub.noise(900, 1)); // from the hub itself
        fetch(settings("HF_ENDPOINT", "http://hub.invalid", "HTTP_PROXY", proxy));
        EnvironmentProxies proxies =
                new EnvironmentProxies(
                        Map.of("HTTPS_PROXY", "proxy:8080", "no_proxy", "a.de, .b.de,c.de:99"));
        assertEquals(
                Optional.of(URI.create("http://proxy:8080")),
                proxies.proxy(URI.create("https://hub.de/x")));
        for (String exempt :
                List.of("https://a.de", "https://x.b.de", "https://c.de:99", "http://x")) {
            assertEquals(Optional.empty(), proxies.proxy(URI.create(exempt)), exempt);
        }
        assertTrue(proxies.proxy(URI.create("https://c.de")).isPresent());
    }
}
