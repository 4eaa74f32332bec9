package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where answers live: {@code data} holds the record (SQLite), {@code copies} a readable Markdown
 * copy of every lesson's answers.
 */
public record AnswerPlace(Path data, Path copies, StoreType type) {
    private static final Pattern DOCUMENTS =
            Pattern.compile("(?m)^\\s*XDG_DOCUMENTS_DIR=\"([^\"]+)\"");

    public AnswerPlace {
        data = data.toAbsolutePath();
        copies = copies.toAbsolutePath();
        Objects.requireNonNull(type);
    }

    public AnswerPlace(Path data, Path copies) {
        this(data, copies, StoreType.OF_THIS_COMPUTER);
    }

    /**
     * The place on this computer: the platform's data folder, and Documents. The properties {@code
     * loupe.data} and {@code loupe.documents} (or LOUPE_DATA and LOUPE_DOCUMENTS in the
     * environment) name others; with only the first, the copies lie in it.
     */
    public static AnswerPlace ofThisComputer() {
        return of(System.getenv(), key -> System.getProperty(key, ""));
    }

    static AnswerPlace of(Map<String, String> environment, UnaryOperator<String> properties) {
        Path home = Path.of(properties.apply("user.home"));
        Optional<Path> data = named(environment, properties, "data");
        Optional<Path> copies = named(environment, properties, "documents");
        String system = properties.apply("os.name");
        return new AnswerPlace(
                data.orElseGet(() -> dataFolder(environment, home, system)),
                copies.orElseGet(
                        () ->
                                data.map(each -> each.resolve("copies"))
                                        .orElseGet(() -> documents(environment, home))));
    }

    private static Optional<Path> named(
            Map<String, String> environment, UnaryOperator<String> properties, String name) {
        String property = properties.apply("loupe." + name);
        String named =
                property.isEmpty()
                        ? environment.getOrDefault("LOUPE_" + name.toUpperCase(Locale.ROOT), "")
                        : property;
        return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named));
    }

    private static Path dataFolder(Map<String, String> environment, Path home, String system) {
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local))
                    .resolve("Loupe");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Loupe");
        }
        // The specification says that a relative path is to be ignored.
        Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        return (data.isAbsolute() ? data : home.resolve(".local/share")).resolve("loupe");
    }

    private static Path documents(Map<String, String> environment, Path home) {
        Path config = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path file =
                (config.isAbsolute() ? config : home.resolve(".config")).resolve("user-dirs.dirs");
        Path documents = home.resolve("Documents");
        try {
            Matcher found = DOCUMENTS.matcher(Files.exists(file) ? Files.readString(file) : "");
            if (found.find()) {
                documents = Path.of(found.group(1).replace("$HOME", home.toString()));
            }
        } catch (IOException e) {
            // An unreadable preference is no preference.
            documents = home.resolve("Documents");
        }
        return documents.resolve("Loupe");
    }

    /**
     * Where hand-ins go unless somebody says otherwise: beside the copies of the courses, none of
     * which can be called so. They stay when a person's work is removed.
     */
    public Path handIns() {
        return copies.resolve("Hand-ins");
    }

    /** The file that is the record. */
    Path file() {
        return data.resolve("answers.db");
    }
}
