package loupe.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the texts of a folder are called: a table in its {@code README.md} may say so, in rows that
 * start with file, title and author. A text that no row names goes by its file.
 */
final class Catalogue {

    private final Map<String, String> titles = new HashMap<>();

    private Catalogue() {}

    static Catalogue of(Path folder) throws IOException {
        Catalogue catalogue = new Catalogue();
        Path readme = folder.resolve("README.md");
        if (Files.isRegularFile(readme)) {
            // Titles are decoration: letters that do not fit are replaced and stop nobody.
            new String(Files.readAllBytes(readme), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(catalogue::row);
        }
        return catalogue;
    }

    private void row(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        if (cells.size() > 3 && cells.get(0).isEmpty() && cells.get(1).endsWith(".txt")) {
            titles.put(cells.get(1), cells.get(2) + " by " + cells.get(3));
        }
    }

    String title(String file) {
        return titles.getOrDefault(file, file);
    }
}
