package loupe.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name. */
final class EnvironmentProxies extends ProxySelector {
    private static final int USUAL_PORT = 80;

    private final Map<String, String> variables;

    EnvironmentProxies(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public List<Proxy> select(URI address) {
        return proxy(address)
                .map(
                        proxy ->
                                new InetSocketAddress(
                                        proxy.getHost(),
                                        proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort()))
                .map(at -> List.of(new Proxy(Proxy.Type.HTTP, at)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    /** The proxy's address for that one, with the name and password it may carry. */
    Optional<URI> proxy(URI address) {
        if (isExempt(address)) {
            return Optional.empty();
        }
        return variable(address.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(text -> URI.create(text.contains("://") ? text : "http://" + text))
                .filter(proxy -> proxy.getHost() != null);
    }

    /** {@code *}, or the end of a host name at a dot, each with or without a port. */
    private boolean isExempt(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return Arrays.stream(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.replaceFirst("^\\.", ""))
                .anyMatch(
                        entry ->
                                entry.equals("*")
                                        || host.equals(entry)
                                        || host.endsWith("." + entry)
                                        || entry.equals(host + ":" + address.getPort()));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(variables.get(name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // the request that fails says so
    }
}
