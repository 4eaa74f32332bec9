package loupe.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The small text that comes with the program: everyday English with names and punctuation. */
final class Sample {

    private Sample() {}

    /** Its passages, each short enough for any model of the course. */
    static List<String> passages() {
        try (InputStream file = Sample.class.getResourceAsStream("sample.txt")) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
