package loupe;

import java.nio.file.Path;
import java.util.Locale;
import loupe.answer.AnswerPlace;

/**
 * Where the program finds its own files, and where a person's files lie.
 *
 * @param home the checkout, or the installed program: {@code assets}
 * @param lessons the course that is shown unless another one is chosen
 * @param answers the person's answers; settings and log lie beside them
 * @param cache what can be made again: the unpacked Chromium, its profile
 */
record Places(Path home, Path lessons, AnswerPlace answers, Path cache) {

    static Places find() {
        Path home = installed();
        return new Places(
                home, home.resolve("lessons"), AnswerPlace.ofThisComputer(), cacheFolder());
    }

    /** The places of an author's window: another course, and answers that nobody needs. */
    Places preview(Path course) {
        String name = Integer.toHexString(course.toAbsolutePath().hashCode());
        Path scratch = cache.resolve("preview").resolve(name);
        return new Places(home, course, new AnswerPlace(scratch, scratch.resolve("copies")), cache);
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

    /** The courses a person has installed. */
    Path courses() {
        return data().resolve("courses");
    }

    Path settings() {
        return data().resolve("settings.properties");
    }

    /** One profile for each data folder, since no two programs may share one. */
    Path profile() {
        return data().resolve("browser");
    }
}
