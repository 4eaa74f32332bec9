package loupe.panel;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words that experiments and links to them may use: the page's own list of them. */
public final class PanelSettings {
    private static final String FILE = "/web/kit/settings.json";
    private static final Words WORDS = read();

    private PanelSettings() {}

    /** For a setting that takes one of a few words, these words. */
    public static Map<String, Set<String>> choices() {
        Map<String, Set<String>> choices = new TreeMap<>(WORDS.choices());
        choices.put("display", choices.remove("form")); // a lesson's word for it
        return choices;
    }

    /** What a link may set. */
    public static Set<String> links() {
        return WORDS.links();
    }

    private static Words read() {
        try (Reader file =
                new InputStreamReader(
                        PanelSettings.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(file, Words.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }

    private record Words(Map<String, Set<String>> choices, Set<String> links) {}
}
