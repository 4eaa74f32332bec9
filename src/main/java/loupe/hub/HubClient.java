package loupe.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loupe.checkpoint.CheckpointException;

/** What one asks the hub about one model. Every answer that is no answer becomes its sentence. */
final class HubClient {
    private static final int LARGEST_LISTING = 32 << 20;

    private final HubSettings settings;
    private final ModelId id;
    private final Retry retry;
    private final HubConnection connection;

    HubClient(HubSettings settings, ModelId id, Retry retry) {
        this.settings = settings;
        this.id = id;
        this.retry = retry;
        this.connection = new HubConnection(settings);
    }

    Retry retry() {
        return retry;
    }

    /** The commit that main is now, and its files. */
    HubListing listing() throws CheckpointException, InterruptedException {
        URI address = address("/api/models/" + id + "/revision/main");
        String text =
                retry.run(
                        "Asking the hub for " + id,
                        () -> {
                            HttpResponse<PieceQueue> response = ask("GET", address, 0);
                            try (PieceQueue body = response.body()) {
                                return new String(
                                        body.all(LARGEST_LISTING), StandardCharsets.UTF_8);
                            }
                        });
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            Set<String> names = new TreeSet<>();
            for (JsonElement file : json.getAsJsonArray("siblings")) {
                names.add(file.getAsJsonObject().get("rfilename").getAsString());
            }
            return new HubListing(plain(json.get("sha").getAsString()), names);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw strange("a list of files that is none", e);
        }
    }

    /** Size and ETag of a file. */
    RemoteFile describe(String commit, String name)
            throws CheckpointException, InterruptedException {
        URI address = resolve(commit, name);
        HttpHeaders headers =
                retry.run(
                        "Asking the hub for " + name,
                        () -> {
                            HttpResponse<PieceQueue> response = ask("HEAD", address, 0);
                            response.body().close();
                            return response.headers();
                        });
        Optional<String> etag = headers.firstValue("x-linked-etag");
        Optional<String> size = headers.firstValue("x-linked-size");
        try {
            return new RemoteFile(
                    name,
                    commit,
                    plain(etag.or(() -> headers.firstValue("etag")).orElse("")),
                    Long.parseLong(
                            size.or(() -> headers.firstValue("content-length")).orElse("none")));
        } catch (NumberFormatException e) {
            throw strange("no size of " + name, e);
        }
    }

    /** The file's bytes from there on; the status is 200 where the hub sends them all. */
    HttpResponse<PieceQueue> open(RemoteFile file, long from)
            throws IOException, CheckpointException, InterruptedException {
        return ask("GET", resolve(file.commit(), file.name()), from);
    }

    private URI resolve(String commit, String name) {
        return address("/" + id + "/resolve/" + commit + "/" + name);
    }

    private URI address(String path) {
        return URI.create(settings.endpoint() + path);
    }

    /**
     * An ETag or commit names a file of the cache, so it may hold nothing but letters and digits.
     */
    private String plain(String text) throws CheckpointException {
        String plain = text.replaceFirst("^W/", "").replace("\"", "");
        if (!plain.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,127}")) {
            throw strange("a commit or ETag that is none", new IllegalStateException(text));
        }
        return plain;
    }

    private CheckpointException strange(String what, Exception cause) {
        return new CheckpointException(
                settings.endpoint() + " answered with " + what + ": it is not a hub.", cause);
    }

    private HttpResponse<PieceQueue> ask(String method, URI address, long from)
            throws IOException, CheckpointException, InterruptedException {
        HttpResponse<PieceQueue> response = connection.send(method, address, from);
        int status = response.statusCode();
        if (status < 400 || status == 416) {
            return response;
        }
        response.body().close();
        if (status == 408 || status == 429 || status >= 500) {
            throw new Retry.Later(
                    "the hub answered " + status, wait(response.headers(), Instant.now()));
        }
        throw new CheckpointException(refusal(status, response.headers()));
    }

    private String refusal(int status, HttpHeaders headers) {
        String code = headers.firstValue("x-error-code").orElse("");
        boolean named = settings.token().isPresent();
        if (code.equals("GatedRepo") || status == 403) {
            return "The model %s is gated: ask for access on %s/%s, %s and fetch again."
                    .formatted(
                            id,
                            settings.endpoint(),
                            id,
                            named ? "wait for it" : "put your token into HF_TOKEN");
        }
        if (code.equals("RepoNotFound") || (status == 404 && code.isEmpty()) || status == 401) {
            return "The hub %s has no model %s, or it is private: check the name%s."
                    .formatted(
                            settings.endpoint(),
                            id,
                            named ? " and your token" : ", or put your token into HF_TOKEN");
        }
        return "The hub %s answered %d%s for %s."
                .formatted(
                        settings.endpoint(), status, code.isEmpty() ? "" : " (" + code + ")", id);
    }

    /** {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
    static Optional<Duration> wait(HttpHeaders headers, Instant now) {
        Optional<String> text = headers.firstValue("retry-after").map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.get())));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return Optional.of(Duration.between(now, then)).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // our own waiting does
        }
    }
}
