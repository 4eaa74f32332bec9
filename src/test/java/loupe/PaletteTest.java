package loupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one palette: both themes name the same colours, and what is read can be read. */
class PaletteTest {

    /** Contrast that WCAG 2.2 asks of text, and of parts that are not text. */
    private static final double TEXT = 4.5;

    private static final double PART = 3.0;

    /** The faintest line that is drawn must still be seen. */
    private static final double FAINT = 1.7;

    private static final Properties PALETTE = read();

    /** Every text with every colour it stands on, in the window and in the page. */
    static Stream<String> texts() {
        return pairs(
                "text on background surface float chip accent-soft selection found",
                "text-muted on background surface float chip",
                "accent on background surface accent-soft",
                "accent-text on accent",
                "surface on attention",
                "saved on background surface",
                "warning on background surface",
                "error on background surface");
    }

    /** Every border, line and bar that carries a meaning, with what it stands on. */
    static Stream<String> parts() {
        return pairs(
                "focus on background surface",
                "control on background surface",
                "positive on background surface zero",
                "negative on background surface zero",
                "attention on background surface");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyColourIsSixHexadecimalDigits(String theme) {
        theme(theme).forEach((name, value) -> assertTrue(value.matches("#[0-9a-f]{6}"), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void bothThemesNameTheSameColours(String theme) {
        Set<String> all = new TreeSet<>(theme("light").keySet());
        all.addAll(theme("dark").keySet());
        assertEquals(all, theme(theme).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aThemeHasTwelveDifferentCategories(String theme) {
        Set<String> found =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> theme(theme).get("category-" + number))
                        .collect(Collectors.toSet());
        assertEquals(12, found.size());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textCanBeReadOnWhatItStandsOn(String pair) {
        assertContrast(pair, TEXT);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatCarriesAMeaningCanBeSeenOnWhatItStandsOn(String pair) {
        assertContrast(pair, PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theWeakestLineOfAttentionCanBeSeen(String theme) {
        assertContrast(theme + ": attention-weak on surface", FAINT);
    }

    private static Stream<String> pairs(String... rows) {
        return Stream.of(rows)
                .map(row -> row.split(" on "))
                .flatMap(row -> Stream.of(row[1].split(" ")).map(on -> row[0] + " on " + on))
                .flatMap(pair -> Stream.of("light: " + pair, "dark: " + pair));
    }

    private static void assertContrast(String pair, double wanted) {
        List<String> words = List.of(pair.split(": | on "));
        TreeMap<String, String> colours = theme(words.get(0));
        double found = contrast(colours.get(words.get(1)), colours.get(words.get(2)));
        assertTrue(found >= wanted, pair + " has a contrast of " + found + ", not " + wanted);
    }

    /** The contrast ratio of WCAG 2.2: 1 (none) to 21 (black on white). */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static TreeMap<String, String> theme(String theme) {
        TreeMap<String, String> colours = new TreeMap<>();
        for (String key : PALETTE.stringPropertyNames()) {
            if (key.startsWith(theme + ".")) {
                colours.put(key.substring(theme.length() + 1), PALETTE.getProperty(key));
            }
        }
        return colours;
    }

    private static Properties read() {
        Path file = Path.of(System.getProperty("loupe.home"), "assets", "palette.properties");
        Properties palette = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            palette.load(reader);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return palette;
    }
}
