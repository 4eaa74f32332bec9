package loupe.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README of a model, in which a section tells what was measured. */
final class Card {

    private static final String HEADING = "## Measured\n\n";
    private static final Pattern SECTION =
            Pattern.compile("^## Measured\\R.*?(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LIMITS = Pattern.compile("^## Limits|\\z", Pattern.MULTILINE);

    private final Path file;

    Card(Path folder) {
        this.file = folder.resolve("README.md");
    }

    /** The text with the section as the report has it, before the limits where it had none. */
    static String with(String text, Report report) {
        String section =
                Matcher.quoteReplacement(
                        (HEADING + report.table() + "\n" + report.details()).stripTrailing()
                                + "\n\n");
        Matcher old = SECTION.matcher(text);
        return (old.find()
                                ? old.replaceFirst(section)
                                : LIMITS.matcher(text).replaceFirst(section + "$0"))
                        .stripTrailing()
                + "\n";
    }

    void write(Report report) throws IOException {
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String now = with(text, report);
        if (!now.equals(text)) {
            Files.writeString(file, now, StandardCharsets.UTF_8);
        }
    }
}
