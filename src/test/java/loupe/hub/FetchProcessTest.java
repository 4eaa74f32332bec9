package loupe.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that fetch: one is killed, two fetch the same. */
class FetchProcessTest {
    private final byte[] weights = FakeHub.noise(2_000_000, 1);
    private final CountDownLatch latch = new CountDownLatch(1);

    @TempDir Path folder;
    private FakeHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new FakeHub();
        hub.files.put("config.json", "{}".getBytes(UTF_8));
        hub.files.put("model.safetensors", weights);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    /** What runs in the process: says each standing, at the end the folder. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            try (Fetcher fetcher = new Fetcher(HubSettings.ofThisProcess())) {
                FetchProgress lines =
                        new FetchProgress() {
                            @Override
                            public void standing(FetchStanding standing) {
                                System.out.println(standing.done());
                            }

                            @Override
                            public void remark(String sentence) {
                                System.out.println(sentence);
                            }
                        };
                System.out.println(
                        fetcher.start(ModelId.parse(FakeHub.ID), lines).await().orElseThrow());
            }
        }
    }

    private Process process() throws Exception {
        return process(Map.of("HF_ENDPOINT", hub.endpoint().toString()));
    }

    private Process process(Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        builder.environment().put("HF_HOME", folder.toString());
        builder.environment().keySet().removeIf(name -> name.toLowerCase().endsWith("_proxy"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    private static String lastLine(Process process) throws Exception {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            List<String> all = lines.lines().toList();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), all::toString);
            return all.get(all.size() - 1);
        }
    }

    @Test
    void afterAKillTheNextFetchGoesOnWhereItWas() throws Exception {
        hub.store.add(FakeHub.waitAfter(1_500_000, latch));
        Process killed = process();
        try (BufferedReader lines = killed.inputReader(UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals("1500002")) {
                line = lines.readLine();
            }
            assertEquals("1500002", line); // with the two bytes of config.json
            killed.destroyForcibly().waitFor();
        }
        latch.countDown();
        Path snapshot = Path.of(lastLine(process()));
        assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        assertEquals("bytes=1500000-", hub.ofStore().get(1).range());
    }

    @Test
    void twoProgramsThatFetchTheSameBringItOnce() throws Exception {
        hub.store.add(FakeHub.waitAfter(0, latch)); // whoever is first waits
        Process first = process();
        hub.await(seen -> !hub.ofStore().isEmpty());
        Process second = process();
        // the second has asked for everything that it may ask without the lock
        hub.await(all -> all.stream().filter(seen -> seen.method().equals("HEAD")).count() == 4);
        latch.countDown();
        Path snapshot = Path.of(lastLine(second));
        assertEquals(snapshot.toString(), lastLine(first));
        assertArrayEquals(weights, Files.readAllBytes(snapshot.resolve("model.safetensors")));
        // the answer that was held back broke off, and was asked for once more by the same
        assertEquals(2, hub.ofStore().size());
    }

    @Test
    void aProxyThatWantsAPasswordIsToldIt() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Process fetching =
                    process(
                            Map.of(
                                    "HF_ENDPOINT",
                                    "https://hub.invalid",
                                    "HTTPS_PROXY",
                                    "http://ada:p%40ss@127.0.0.1:" + proxy.getLocalPort()));
            String asked = "";
            while (!asked.contains("\nProxy-Authorization: ")) {
                asked = askedForPassword(proxy);
            }
            fetching.destroyForcibly().waitFor();
            assertTrue(asked.startsWith("CONNECT hub.invalid:443 "), asked);
            String basic = Base64.getEncoder().encodeToString("ada:p@ss".getBytes(UTF_8));
            assertTrue(asked.contains("\nProxy-Authorization: Basic " + basic + "\n"), asked);
        }
    }

    /** The head of the next request, which is refused until it carries a password. */
    private static String askedForPassword(ServerSocket proxy) throws Exception {
        proxy.setSoTimeout(30_000);
        try (Socket client = proxy.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            StringBuilder head = new StringBuilder();
            for (String line = lines.readLine();
                    line != null && !line.isEmpty();
                    line = lines.readLine()) {
                head.append(line).append('\n');
            }
            client.getOutputStream()
                    .write(
                            ("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                                            + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(UTF_8));
            return head.toString();
        }
    }
}
