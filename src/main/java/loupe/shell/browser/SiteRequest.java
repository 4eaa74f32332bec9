package loupe.shell.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One request of the page, as plain values.
 *
 * @param method GET or POST
 * @param path the decoded parts of the path, without empty ones: {@code /run/r1/attn.0} is {@code
 *     [run, r1, attn.0]}
 * @param query the decoded parameters; the first of several of one name counts
 * @param body what was posted, as UTF-8 text; empty for a GET
 */
public record SiteRequest(
        String method, List<String> path, Map<String, String> query, String body) {

    public SiteRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** Reads an address such as {@code loupe://app/run/r1/attn.0?head=2}. */
    static SiteRequest of(String method, String url, String body) {
        URI uri = URI.create(url);
        List<String> path =
                Stream.of(uri.getPath().split("/")).filter(part -> !part.isEmpty()).toList();
        return new SiteRequest(method, path, parameters(uri.getRawQuery()), body);
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, String> found = new LinkedHashMap<>();
        if (raw == null) {
            return found;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            found.putIfAbsent(
                    URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return found;
    }

    boolean isPost() {
        return method.equals("POST");
    }
}
