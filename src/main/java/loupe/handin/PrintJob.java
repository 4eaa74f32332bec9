package loupe.handin;

import java.util.Map;
import java.util.Objects;

/**
 * A document to be printed: its HTML, and the files it refers to by their path from the origin,
 * such as {@code print/view/ab12.png}. It runs no script and asks for nothing else but the
 * program's own styles and fonts.
 */
public record PrintJob(String html, Map<String, byte[]> files) {
    public PrintJob {
        Objects.requireNonNull(html);
        files = Map.copyOf(files);
    }
}
