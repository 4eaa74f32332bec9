package loupe.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What is done to whole folders. */
final class Trees {
    private static final int SHOWN = 16;

    private Trees() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The first hexadecimal digits of a SHA-256 over names and contents. */
    static String fingerprint(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                String name = folder.relativize(each).toString().replace('\\', '/');
                sum.update(
                        (name + "\0" + Files.size(each) + "\0").getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(each));
            }
            return HexFormat.of().formatHex(sum.digest()).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
