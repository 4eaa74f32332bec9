package loupe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands fetch and models, each as a process of its own. */
class HubCommandsTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir Path folder;

    /** What runs in the process. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.exit(LoupeCommand.run(arguments, new NoWindow()));
        }
    }

    private Process start(String endpoint, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dloupe.home=" + folder.resolve("home"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(
                        name ->
                                name.startsWith("HF_")
                                        || name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        builder.environment().put("HF_HOME", folder.toString());
        builder.environment().put("HF_ENDPOINT", endpoint);
        return builder.start();
    }

    private static String output(Process process, int status) throws Exception {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            String output = String.join("\n", reader.lines().toList());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(status, process.exitValue(), output);
            return output;
        }
    }

    /** A hub with a model of two files; the weights wait in the middle until the latch opens. */
    private static HttpServer hub(CountDownLatch latch) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/models/org/name/revision/main",
                exchange ->
                        send(
                                exchange,
                                "{\"sha\": \""
                                        + COMMIT
                                        + "\", \"siblings\": [{\"rfilename\": \"config.json\"},"
                                        + " {\"rfilename\": \"model.safetensors\"}]}",
                                new CountDownLatch(0)));
        String resolve = "/org/name/resolve/" + COMMIT;
        server.createContext(
                resolve + "/config.json", exchange -> send(exchange, "{}", new CountDownLatch(0)));
        server.createContext(
                resolve + "/model.safetensors",
                exchange -> send(exchange, "weights that are long", latch));
        server.start();
        return server;
    }

    private static void send(HttpExchange exchange, String text, CountDownLatch latch)
            throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .add("ETag", '"' + Integer.toHexString(text.hashCode()) + '"');
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().add("Content-Length", "" + bytes.length);
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, bytes.length);
            int first = Math.min(5, bytes.length);
            exchange.getResponseBody().write(bytes, 0, first);
            exchange.getResponseBody().flush();
            latch.await();
            exchange.getResponseBody().write(bytes, first, bytes.length - first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aModelIsFetchedAndThenListed() throws Exception {
        course();
        HttpServer hub = hub(new CountDownLatch(0));
        String endpoint = "http://127.0.0.1:" + hub.getAddress().getPort();
        assertEquals(
                """
                Models:
                  course/gpt  missing  should have come with Loupe: install it again
                  org/name    missing  installer/run fetch org/name
                Lessons:
                  First: org/name""",
                output(start(endpoint, "models"), 0));
        String fetched = output(start(endpoint, "fetch", "org/name"), 0);
        Path snapshot = folder.resolve("hub/models--org--name/snapshots").resolve(COMMIT);
        assertTrue(fetched.startsWith("config.json  "), fetched);
        assertTrue(fetched.contains("model.safetensors  23 B of 23 B (100 %)"), fetched);
        assertTrue(fetched.endsWith("org/name is in " + snapshot + "."), fetched);
        String listed = output(start(endpoint, "models"), 0);
        assertTrue(listed.contains("\n  org/name       23 B  " + snapshot + "\n"), listed);
        hub.stop(0);
    }

    private void course() throws IOException {
        Path lessons = folder.resolve("home/lessons");
        Files.createDirectories(lessons.resolve("one"));
        Files.writeString(
                lessons.resolve("course.yaml"),
                """
                schema: 1
                id: small
                title: Small
                lessons: [one]
                models: [course/gpt, org/name]
                """);
        Files.writeString(
                lessons.resolve("one/lesson.md"),
                """
                ---
                schema: 1
                id: first
                title: First
                lang: en
                ---

                ```yaml experiment {#exp}
                view: neuron
                model: org/name
                text: The dog ran
                ```
                """);
    }

    @Test
    void aFetchThatIsToldToEndKeepsWhatCame() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        HttpServer hub = hub(latch);
        Path blobs = Files.createDirectories(folder.resolve("hub/models--org--name/blobs"));
        String etag = Integer.toHexString("weights that are long".hashCode());
        Path part = blobs.resolve(etag + ".loupe.incomplete");
        Process process;
        try (WatchService watch = blobs.getFileSystem().newWatchService()) {
            blobs.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            process = start("http://127.0.0.1:" + hub.getAddress().getPort(), "fetch", "org/name");
            while (!Files.exists(part) || Files.size(part) < 5) {
                WatchKey key = watch.poll(60, TimeUnit.SECONDS);
                assertNotNull(key, "nothing came");
                key.pollEvents();
                key.reset();
            }
        }
        process.toHandle().destroy(); // SIGTERM takes the way that Ctrl-C takes
        String said = output(process, 143);
        assertTrue(said.endsWith("What came is kept. Give the same command again to go on."), said);
        assertEquals("weigh", Files.readString(part));
        latch.countDown();
        hub.stop(0);
    }

    @Test
    void aModelThatIsNotHereComesWithTheCommandThatFetchesIt() throws Exception {
        assertEquals(
                "org/name is not on this computer yet. Fetch it with: installer/run fetch org/name",
                output(
                        start(
                                "http://127.0.0.1:9",
                                "generate",
                                "--model",
                                "org/name",
                                "--text",
                                "a"),
                        1));
    }

    @Test
    void aFolderThatIsNamedLikeAModelIsToldApart() throws Exception {
        assertEquals(
                "src is the name of a model. To open the folder, write ./src",
                output(
                        start("http://127.0.0.1:9", "generate", "--model", "src", "--text", "a"),
                        1));
    }

    @Test
    void aMisspeltOptionIsNamedBeforeWhatIsMissingBecauseOfIt() throws Exception {
        String said = output(start("http://127.0.0.1:9", "generate", "--modle", "x"), 2);
        assertTrue(said.startsWith("Unknown options: '--modle', 'x'"), said);
        assertTrue(said.contains("--model"), said);
    }

    @Test
    void whatCannotBeFetchedIsSaid() throws Exception {
        assertEquals(
                "course/gpt is not on the hub: only NAME or ORG/NAME can be fetched.",
                output(start("http://127.0.0.1:9", "fetch", "course/gpt"), 1));
        assertEquals(
                "'a b' is not a model: wanted course/NAME, ORG/NAME or the path of a folder.",
                output(start("http://127.0.0.1:9", "fetch", "a b"), 1));
        String missing = output(start("http://127.0.0.1:9", "fetch"), 2);
        assertTrue(missing.startsWith("Missing required parameter: 'MODEL'"), missing);
        assertTrue(
                output(start("http://127.0.0.1:9", "fetch", "--help"), 0).contains("HF_HOME"),
                "help names the variables");
    }
}
