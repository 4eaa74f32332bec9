package loupe;

import java.nio.file.Path;
import java.util.Locale;
import loupe.answer.AnswerPlace;

/**
 * Where the program finds its own files, and where a person's files lie.
 *
 * @param home the checkout, or the installed program: {@code lessons} and {@code assets}
 * @param answers the person's answers; settings and log lie beside them
 * @param cache what can be made again: the unpacked Chromium, its profile
 */
record Places(Path home, AnswerPlace answers, Path cache) {

    static Places find() {
        return new Places(installed(), AnswerPlace.ofThisComputer(), cacheFolder());
    }

    Path data() {
        return answers.data();
    }

    private static Path installed() {
        String named = System.getProperty("loupe.home");
        return Path.of(named == null ? "." : named).toAbsolutePath().normalize();
    }

    private static Path cacheFolder() {
        String named = System.getProperty("loupe.cache");
        if (named != null) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home"));
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return (local == null ? user.resolve("AppData/Local") : Path.of(local))
                    .resolve("Loupe/cache");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library/Caches/Loupe");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg == null || xdg.isEmpty() ? user.resolve(".cache") : Path.of(xdg))
                .resolve("loupe");
    }

    Path lessons() {
        return home.resolve("lessons");
    }

    Path settings() {
        return data().resolve("settings.properties");
    }

    /** One profile for each data folder, since no two programs may share one. */
    Path profile() {
        return data().resolve("browser");
    }
}
