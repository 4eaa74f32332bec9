package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a damaged file out of the way, under a name with the date. Nothing is ever deleted. */
final class Aside {
    private static final String NAME = "answers-damaged-";
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private Aside() {}

    /** Moves the file and what belongs to it; returns where it lies now. */
    static Path put(Path file) throws IOException {
        Path aside = free(file);
        Files.move(file, aside);
        companions(file, aside);
        return aside;
    }

    /** Moves what a file that is gone left behind: SQLite would take it for the new file's. */
    static void leftovers(Path file) throws IOException {
        for (String each : COMPANIONS) {
            if (Files.exists(file.resolveSibling(file.getFileName() + each))) {
                companions(file, free(file));
                return;
            }
        }
    }

    /** The file put aside last, if any. */
    static Optional<Path> last(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(each -> each.getFileName().toString().startsWith(NAME))
                    .filter(each -> each.getFileName().toString().endsWith(".db"))
                    .max(Comparator.naturalOrder());
        }
    }

    private static void companions(Path file, Path aside) throws IOException {
        for (String each : COMPANIONS) {
            Path companion = file.resolveSibling(file.getFileName() + each);
            if (Files.exists(companion)) {
                Files.move(companion, aside.resolveSibling(aside.getFileName() + each));
            }
        }
    }

    /** A name that nothing bears yet. */
    static Path free(Path file) {
        String date = LocalDateTime.now().format(DATE);
        Path aside = file.resolveSibling(NAME + date + ".db");
        for (int n = 2; taken(aside); n++) {
            aside = file.resolveSibling(NAME + date + "-" + n + ".db");
        }
        return aside;
    }

    private static boolean taken(Path aside) {
        return Files.exists(aside)
                || COMPANIONS.stream()
                        .anyMatch(
                                each ->
                                        Files.exists(
                                                aside.resolveSibling(aside.getFileName() + each)));
    }
}
