package loupe.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fetches a packed course over https, and over http from this computer only. */
final class Download {
    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final int PIECE = 1 << 16;
    private static final Pattern THIS_COMPUTER =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(LONGEST_SILENCE)
                    .build();
    private final AddProgress progress;

    Download(AddProgress progress) {
        this.progress = progress;
    }

    static boolean isAddress(String source) {
        return source.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }

    void fetch(String source, Path file) throws CourseTrouble, InterruptedException {
        URI at = address(source);
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            Optional<String> next = fetch(at, file);
            if (next.isEmpty()) {
                return;
            }
            at = address(at.resolve(next.get()).toString());
        }
        throw new CourseTrouble(source + " sends from one address to the next without end.");
    }

    /** The address, if it is one that nobody on the way can change. */
    private static URI address(String source) throws CourseTrouble {
        try {
            URI address = URI.create(source);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            String host = Optional.ofNullable(address.getHost()).orElse("");
            if (scheme.equals("https") && !host.isEmpty()
                    || scheme.equals("http") && THIS_COMPUTER.matcher(host).matches()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new CourseTrouble(source + " is no address that can be reached.", e);
        }
        throw new CourseTrouble(
                "A course is fetched from an address with https:// only, and "
                        + source
                        + " is none.");
    }

    /** The address it was sent on to, or nothing when the file is there. */
    private Optional<String> fetch(URI at, Path file) throws CourseTrouble, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at).timeout(LONGEST_SILENCE).build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status / 100 == 3) {
                    return Optional.of(response.headers().firstValue("Location").orElse(""));
                }
                if (status != 200) {
                    throw new CourseTrouble(
                            at + " answers " + status + ": see whether the address is right.");
                }
                long size = response.headers().firstValueAsLong("Content-Length").orElse(0);
                save(body, size, at, file);
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new CourseTrouble(at + " cannot be fetched (" + why(e) + "). Try it again.", e);
        }
    }

    /** Java says nothing of a server that is not there. */
    private static String why(IOException e) {
        return e.getMessage() == null ? "nobody answers there" : e.getMessage();
    }

    private void save(InputStream body, long size, URI at, Path file)
            throws IOException, CourseTrouble {
        byte[] piece = new byte[PIECE];
        long done = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                done += read;
                if (progress.isStopped()) {
                    throw new CourseTrouble("Stopped. Nothing was installed.");
                }
                if (Math.max(done, size) > Limits.LARGEST_ARCHIVE) {
                    throw new CourseTrouble(
                            "The course was not installed: " + at + " is larger than 100 MB.");
                }
                to.write(piece, 0, read);
                progress.standing("fetching", done, size);
            }
        }
    }
}
