package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * The rolling backups: whole copies of the record in {@code backups}, ordered by a running number,
 * since clocks are set back. Kept are the newest five and the last of each of the fourteen days
 * before.
 */
final class Backups {
    private static final Pattern NAME = Pattern.compile("backup-(\\d{6})-(\\d{8})-(\\d{4})\\.db");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final int NEWEST = 5;
    private static final int DAYS = 14;

    private final Path folder;

    Backups(AnswerPlace place) {
        this.folder = place.data().resolve("backups");
    }

    /** The backups, the newest first. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> name(each).matches())
                    .sorted((a, b) -> Long.compare(number(b), number(a)))
                    .toList();
        }
    }

    /** Whether there is none of today yet. */
    boolean isDue() throws IOException {
        String today = LocalDateTime.now().format(DATE).substring(0, 8);
        return all().stream().findFirst().filter(each -> day(each).equals(today)).isEmpty();
    }

    /** Writes one more and drops those that are no longer kept. */
    Path write(Connection connection) throws SQLException, IOException {
        List<Path> before = all();
        long number = before.isEmpty() ? 1 : number(before.get(0)) + 1;
        String date = LocalDateTime.now().format(DATE);
        Path backup = folder.resolve("backup-%06d-%s.db".formatted(number, date));
        WholeCopy.write(connection, backup);
        for (Path each : tooMany(all())) {
            Files.deleteIfExists(each);
        }
        return backup;
    }

    /** The sentence for a backup that could not be written. */
    AnswerTrouble trouble(String because, Exception cause) {
        return new AnswerTrouble(
                "Your answers are saved, but no backup of them could be written in "
                        + folder
                        + ", because "
                        + because
                        + ". Loupe tries again while you write.",
                cause);
    }

    static List<Path> tooMany(List<Path> newestFirst) {
        List<Path> tooMany = new ArrayList<>();
        Set<String> days = new HashSet<>();
        for (Path each :
                newestFirst.subList(Math.min(NEWEST, newestFirst.size()), newestFirst.size())) {
            if (!days.add(day(each)) || days.size() > DAYS) {
                tooMany.add(each);
            }
        }
        return tooMany;
    }

    /** The newest backup in which everything is as it was written. */
    Optional<Path> newestGood() throws IOException {
        for (Path each : all()) {
            if (isGood(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static boolean isGood(Path file) {
        try (Connection connection = open(file)) {
            return Opening.fault(connection).isEmpty();
        } catch (SQLException e) {
            System.getLogger(Backups.class.getName())
                    .log(System.Logger.Level.INFO, file + " is no good backup", e);
            return false;
        }
    }

    /** Opens a file to be read and no more. */
    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return DriverManager.getConnection(Connections.address(file), config.toProperties());
    }

    private static Matcher name(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        name.matches();
        return name;
    }

    /** When it was made, as its name says. */
    static LocalDateTime at(Path file) {
        Matcher name = name(file);
        return LocalDateTime.parse(name.group(2) + "-" + name.group(3), DATE);
    }

    private static long number(Path file) {
        return Long.parseLong(name(file).group(1));
    }

    private static String day(Path file) {
        return name(file).group(2);
    }
}
