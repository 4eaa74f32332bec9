package loupe.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where models come from and where they are kept, as the variables of Python's library say it
 * (huggingface_hub, "Environment variables").
 *
 * @param cache the folder that holds {@code models--org--name}
 * @param endpoint the hub's address, without a slash at its end
 * @param token who asks, for models that not everybody may have
 * @param offline whether nothing may be fetched
 * @param proxies the way to an address
 */
public record HubSettings(
        Path cache, URI endpoint, Optional<String> token, boolean offline, ProxySelector proxies) {
    private static final Set<String> YES = Set.of("1", "ON", "YES", "TRUE");

    public HubSettings {
        Objects.requireNonNull(cache);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(token);
        Objects.requireNonNull(proxies);
    }

    /** What this process was started with. */
    public static HubSettings ofThisProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static HubSettings of(Map<String, String> variables, Path user) {
        Variables all = new Variables(variables, user);
        Path home =
                all.path("HF_HOME")
                        .orElseGet(
                                () ->
                                        all.path("XDG_CACHE_HOME")
                                                .orElse(user.resolve(".cache"))
                                                .resolve("huggingface"));
        Path cache =
                all.path("HF_HUB_CACHE")
                        .or(() -> all.path("HUGGINGFACE_HUB_CACHE"))
                        .orElse(home.resolve("hub"));
        String endpoint = all.text("HF_ENDPOINT").orElse("https://huggingface.co");
        Optional<String> token =
                all.text("HF_TOKEN")
                        .or(() -> all.text("HUGGING_FACE_HUB_TOKEN"))
                        .or(() -> read(all.path("HF_TOKEN_PATH").orElse(home.resolve("token"))));
        boolean offline = all.isYes("HF_HUB_OFFLINE") || all.isYes("TRANSFORMERS_OFFLINE");
        return new HubSettings(
                cache,
                URI.create(endpoint.replaceFirst("/+$", "")),
                token,
                offline,
                new EnvironmentProxies(variables));
    }

    /** A token that cannot be read is one that is not there, as in Python. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Variables(Map<String, String> all, Path user) {

        Optional<String> text(String name) {
            return Optional.ofNullable(all.get(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        Optional<Path> path(String name) {
            return text(name)
                    .map(
                            text ->
                                    text.equals("~") || text.startsWith("~/")
                                            ? user + text.substring(1)
                                            : text)
                    .map(Path::of);
        }

        boolean isYes(String name) {
            return text(name)
                    .map(text -> YES.contains(text.toUpperCase(Locale.ROOT)))
                    .orElse(false);
        }
    }
}
