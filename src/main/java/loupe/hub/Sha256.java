package loupe.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, in hexadecimal. */
final class Sha256 {
    private static final int AT_ONCE = 1 << 20;

    private Sha256() {}

    static String of(Path file) throws IOException, InterruptedException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[AT_ONCE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
