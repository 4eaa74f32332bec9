package loupe.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.Suggester;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Where dictionaries are: the English one comes with Loupe, others are looked for where the system
 * keeps Hunspell's. Each is read once.
 */
final class Dictionaries {
    private static final System.Logger LOG = System.getLogger(Dictionaries.class.getName());
    private static final String ENGLISH =
            "/META-INF/resources/webjars/typo-js/1.2.1/dictionaries/en_US/en_US";
    private static final List<Path> SYSTEM =
            List.of(
                    Path.of("/usr/share/hunspell"),
                    Path.of("/usr/share/myspell/dicts"),
                    Path.of("/Library/Spelling"),
                    Path.of(System.getProperty("user.home"), "Library", "Spelling"));
    private static final Map<String, String> USUAL =
            Map.of("en", "en_US", "de", "de_DE", "fr", "fr_FR", "es", "es_ES", "it", "it_IT");
    private static final Map<String, Optional<Loaded>> READ = new ConcurrentHashMap<>();

    private Dictionaries() {}

    /** A dictionary that has been read, as what asks it. */
    record Loaded(Hunspell checker, Suggester suggester) {}

    static Optional<Loaded> find(String language) {
        String wanted = language.replace('-', '_');
        String name = USUAL.getOrDefault(wanted.toLowerCase(Locale.ROOT), wanted);
        if (!name.matches("[A-Za-z]{2,3}(_[A-Za-z]{2,4})?")) {
            return Optional.empty();
        }
        return READ.computeIfAbsent(name, Dictionaries::read);
    }

    private static Optional<Loaded> read(String name) {
        try {
            Optional<Loaded> installed = installed(name);
            return installed.isEmpty() && name.startsWith("en") ? english() : installed;
        } catch (IOException | ParseException | RuntimeException damaged) {
            LOG.log(System.Logger.Level.WARNING, "no dictionary for " + name, damaged);
            return Optional.empty();
        }
    }

    private static Optional<Loaded> installed(String name) throws IOException, ParseException {
        for (Path folder : SYSTEM) {
            Path rules = folder.resolve(name + ".aff");
            Path words = folder.resolve(name + ".dic");
            if (Files.isReadable(rules) && Files.isReadable(words)) {
                try (InputStream aff = Files.newInputStream(rules);
                        InputStream dic = Files.newInputStream(words)) {
                    return Optional.of(load(aff, dic));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Loaded> english() throws IOException, ParseException {
        try (InputStream aff = Dictionaries.class.getResourceAsStream(ENGLISH + ".aff");
                InputStream dic = Dictionaries.class.getResourceAsStream(ENGLISH + ".dic")) {
            return aff == null || dic == null ? Optional.empty() : Optional.of(load(aff, dic));
        }
    }

    private static Loaded load(InputStream aff, InputStream dic)
            throws IOException, ParseException {
        Dictionary dictionary = new Dictionary(new ByteBuffersDirectory(), "spelling", aff, dic);
        return new Loaded(new Hunspell(dictionary), new Suggester(dictionary));
    }
}
