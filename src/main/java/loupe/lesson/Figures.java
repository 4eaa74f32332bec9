package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures of a lesson. They lie in its folder {@code figures}; no path leads out of it. */
final class Figures {
    private static final Pattern ADDRESS =
            Pattern.compile("figures(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*)+");
    private static final List<String> ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp");

    private Figures() {}

    /** Whether an address can be a picture's at all. */
    static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches()
                && ENDINGS.stream().anyMatch(address.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The file at an address, links followed, if it is there, spelt so, and inside the folder. */
    static Optional<Path> find(Path folder, String address) throws IOException {
        if (!isAddress(address)) {
            return Optional.empty();
        }
        try {
            Path home = folder.resolve("figures");
            Path file = folder.resolve(address);
            if (!Files.exists(file) || !file.toRealPath().startsWith(home.toRealPath())) {
                return Optional.empty();
            }
            // macOS and Windows take any letter case; GitHub and Linux do not.
            boolean spelt = file.toRealPath(LinkOption.NOFOLLOW_LINKS).endsWith(Path.of(address));
            return spelt ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The addresses of the pictures that are there, to propose one of them. */
    static List<String> all(Path folder) throws IOException {
        Path home = folder.resolve("figures");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home, 4)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
