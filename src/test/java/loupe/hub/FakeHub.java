package loupe.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A server on the loopback that answers as the hub does:
 *
 * <pre>
 * /api/models/ORG/NAME/revision/main        the commit and the names of the files
 * /ORG/NAME/resolve/COMMIT/config.json      a small file, with its ETag
 * /ORG/NAME/resolve/COMMIT/model.safetensors a redirect to the store, with X-Linked-Etag and -Size
 * /store/SHA256                             a large file, in ranges, at another address
 * </pre>
 *
 * A fault in the queue spoils the next answer of the store; one in {@code front} the next of any.
 */
public final class FakeHub implements AutoCloseable {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    public static final String ID = "org/name";

    /** What goes wrong with one answer. */
    interface Fault {
        /** Whether it has answered. */
        boolean answer(HttpExchange exchange, byte[] body) throws IOException;
    }

    record Seen(String method, String path, String range, String token) {}

    public final Map<String, byte[]> files = new LinkedHashMap<>();
    final Map<String, Long> claimed = new LinkedHashMap<>();
    final Queue<Fault> front = new ConcurrentLinkedQueue<>();
    final Queue<Fault> store = new ConcurrentLinkedQueue<>();
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public FakeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(
                        work -> {
                            Thread thread = new Thread(work, "hub");
                            thread.setDaemon(true);
                            return thread;
                        }));
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Files above this size are large: they lie in the store. */
    private static boolean isLarge(byte[] content) {
        return content.length >= 1000;
    }

    List<Seen> ofStore() {
        return seen.stream().filter(request -> request.path().startsWith("/store/")).toList();
    }

    /** Waits until enough has been asked. */
    void await(Predicate<List<Seen>> enough) throws InterruptedException {
        synchronized (seen) {
            while (!enough.test(seen)) {
                seen.wait();
            }
        }
    }

    static Fault status(int status, String... headers) {
        return (exchange, body) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            return true;
        };
    }

    /** Sends so many bytes of the body, then closes the connection. */
    static Fault breakAfter(int bytes) {
        return (exchange, body) -> {
            begin(exchange, body);
            exchange.getResponseBody().write(body, from(exchange), bytes);
            exchange.getResponseBody().flush();
            return true;
        };
    }

    /** Sends so many bytes, then nothing more until the latch opens. */
    static Fault waitAfter(int bytes, CountDownLatch latch) {
        return (exchange, body) -> {
            begin(exchange, body);
            exchange.getResponseBody().write(body, from(exchange), bytes);
            exchange.getResponseBody().flush();
            await(latch);
            return true;
        };
    }

    /** Answers as it should, once the latch is open. */
    static Fault slowStart(CountDownLatch latch) {
        return (exchange, body) -> {
            await(latch);
            return false;
        };
    }

    /** The right number of wrong bytes. */
    static Fault damage() {
        return (exchange, body) -> {
            byte[] wrong = body.clone();
            wrong[wrong.length / 2]++;
            begin(exchange, wrong);
            exchange.getResponseBody().write(wrong, from(exchange), wrong.length - from(exchange));
            return true;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            seen.add(
                    new Seen(
                            exchange.getRequestMethod(),
                            path,
                            header(exchange, "Range"),
                            header(exchange, "Authorization")));
            synchronized (seen) {
                seen.notifyAll();
            }
            boolean isStore = path.startsWith("/store/");
            byte[] body = isStore ? stored(path).orElseThrow() : new byte[0];
            Fault fault = (isStore ? store : front).poll();
            if (fault == null || !fault.answer(exchange, body)) {
                answer(exchange, path, body);
            }
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        String resolve = "/" + ID + "/resolve/" + COMMIT + "/";
        if (path.equals("/api/models/" + ID + "/revision/main")) {
            listing(exchange);
        } else if (path.startsWith(resolve)
                && files.containsKey(path.substring(resolve.length()))) {
            resolve(exchange, path.substring(resolve.length()));
        } else if (path.startsWith("/store/")) {
            send(exchange, body);
        } else {
            exchange.getResponseHeaders().add("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(path.startsWith("/api/") ? 401 : 404, -1);
        }
    }

    private void listing(HttpExchange exchange) throws IOException {
        List<Map<String, String>> siblings = new ArrayList<>();
        files.keySet().forEach(name -> siblings.add(Map.of("rfilename", name)));
        byte[] json =
                new Gson().toJson(Map.of("sha", COMMIT, "siblings", siblings)).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    private void resolve(HttpExchange exchange, String name) throws IOException {
        byte[] content = files.get(name);
        exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
        if (isLarge(content)) {
            long size = claimed.getOrDefault(name, (long) content.length);
            exchange.getResponseHeaders().add("X-Linked-Etag", '"' + sha256(content) + '"');
            exchange.getResponseHeaders().add("X-Linked-Size", Long.toString(size));
            String location = "http://localhost:" + port() + "/store/" + sha256(content);
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.getResponseHeaders().add("ETag", "W/\"" + sha256(content).substring(24) + '"');
            send(exchange, content);
        }
    }

    private Optional<byte[]> stored(String path) {
        String sha = path.substring("/store/".length());
        return files.values().stream().filter(content -> sha256(content).equals(sha)).findFirst();
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        int from = from(exchange);
        begin(exchange, content);
        if (exchange.getRequestMethod().equals("GET")) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(content, from, content.length - from);
            }
        }
    }

    private static void begin(HttpExchange exchange, byte[] content) throws IOException {
        int from = from(exchange);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (from > 0) {
            String range = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
            exchange.getResponseHeaders().add("Content-Range", range);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    }

    private static int from(HttpExchange exchange) {
        String range = header(exchange, "Range");
        return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that differ everywhere. */
    static byte[] noise(int count, int seed) {
        byte[] bytes = new byte[count];
        new java.util.Random(seed).nextBytes(bytes);
        return Arrays.copyOf(bytes, count);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
