package loupe.hub;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests to the hub. Redirects are followed by hand: the token goes to the hub alone, and what
 * the hub says of a file stands in its own answer, not in that of the store it points to.
 */
final class HubConnection {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 5;

    static {
        // a proxy may want a name and a password, which Java refuses to send unless told so
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    private final HubSettings settings;
    private final HttpClient client;

    HubConnection(HubSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .proxy(settings.proxies());
        if (settings.proxies() instanceof EnvironmentProxies proxies) {
            proxies.proxy(settings.endpoint())
                    .map(URI::getUserInfo)
                    .ifPresent(user -> builder.authenticator(new ProxyUser(user)));
        }
        this.client = builder.build();
    }

    private static final class ProxyUser extends Authenticator {
        private final String[] parts;

        ProxyUser(String user) {
            this.parts = user.split(":", 2);
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            char[] password = parts.length < 2 ? new char[0] : parts[1].toCharArray();
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(parts[0], password)
                    : null; // Java's way to say that there is none
        }
    }

    /**
     * Sends a request and follows where it leads. A HEAD stops at the first redirect to another
     * host.
     *
     * @param from the first byte wanted; 0 for all
     * @throws Retry.Unreachable if the hub cannot be reached at all
     */
    HttpResponse<PieceQueue> send(String method, URI start, long from)
            throws IOException, InterruptedException {
        URI address = start;
        for (int redirects = 0; ; redirects++) {
            HttpResponse<PieceQueue> response = one(method, address, from);
            Optional<String> location = response.headers().firstValue("location");
            int status = response.statusCode();
            if (status < 300 || status >= 400 || location.isEmpty()) {
                return response;
            }
            URI next = address.resolve(location.get());
            boolean elsewhere = !isHub(next);
            if (elsewhere && method.equals("HEAD")) {
                return response;
            }
            response.body().close();
            if (redirects == MOST_REDIRECTS) {
                throw new IOException("more than " + MOST_REDIRECTS + " redirects");
            }
            address = next;
        }
    }

    private HttpResponse<PieceQueue> one(String method, URI address, long from)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER)
                        .header("User-Agent", "loupe")
                        .header("Accept-Encoding", "identity")
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        if (isHub(address)) {
            settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        try {
            return client.send(request.build(), answer -> new PieceQueue());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Retry.Unreachable(
                    "The hub %s cannot be reached: check your network, or name your proxy in HTTPS_PROXY."
                            .formatted(settings.endpoint()),
                    e);
        }
    }

    private boolean isHub(URI address) {
        URI hub = settings.endpoint();
        return hub.getScheme().equals(address.getScheme())
                && hub.getAuthority().equals(address.getAuthority());
    }
}
