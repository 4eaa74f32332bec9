package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/** What can be read of a damaged file and of the Markdown copies, to begin a new file with. */
final class Rescue {
    private final List<Event> events;
    private final List<Event> copies;
    private final String aside;
    private final Path copiesFolder;
    private final Set<QuestionKey> fromFile = new HashSet<>();
    private final Set<QuestionKey> fromCopies = new HashSet<>();

    private Rescue(List<Event> events, List<Event> copies, String aside, Path copiesFolder) {
        this.events = List.copyOf(events);
        this.copies = List.copyOf(copies);
        this.aside = aside;
        this.copiesFolder = copiesFolder;
    }

    static Rescue from(Optional<Path> aside, Path copiesFolder) throws IOException {
        List<Event> events = new ArrayList<>();
        if (aside.filter(Files::isRegularFile).isPresent()) {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            String address = Connections.address(aside.get());
            try (Connection old = DriverManager.getConnection(address, config.toProperties())) {
                events.addAll(Rows.readable(old));
            } catch (SQLException e) {
                System.getLogger(Rescue.class.getName())
                        .log(System.Logger.Level.DEBUG, "nothing of it can be read", e);
            }
        }
        String name = aside.map(Path::toString).orElse("");
        return new Rescue(events, Copies.readAll(copiesFolder), name, copiesFolder);
    }

    /** Writes all of it: the file's history as it was, then what the copies know that is newer. */
    void into(Rows rows, Shelf shelf) throws SQLException {
        Map<QuestionKey, Draft> best = new HashMap<>();
        Map<QuestionKey, Long> ids = new HashMap<>();
        fromFile.clear();
        fromCopies.clear();
        for (Event each : events) {
            long id = rows.add(each);
            Draft known = best.get(each.key());
            if (each.kind() != EventKind.CONFLICT
                    && (known == null || each.draft().revision() >= known.revision())) {
                best.put(each.key(), each.draft());
                ids.put(each.key(), id);
                fromFile.add(each.key());
            }
        }
        for (Event each : copies) {
            Draft known = best.get(each.key());
            if (known == null
                    || each.draft().revision() > known.revision()
                            && !each.draft().body().equals(known.body())) {
                ids.put(each.key(), rows.add(each));
                best.put(each.key(), each.draft());
                fromFile.remove(each.key());
                fromCopies.add(each.key());
            }
        }
        for (Map.Entry<QuestionKey, Long> each : ids.entrySet()) {
            long revision = Math.max(1, best.get(each.getKey()).revision());
            rows.moveHead(each.getKey(), each.getValue(), revision, 0);
        }
    }

    /** The sentence that says what came from where; none where nothing was and nothing came. */
    Optional<String> sentence(boolean damaged, Path file) {
        if (!damaged && fromFile.isEmpty() && fromCopies.isEmpty()) {
            return Optional.empty();
        }
        String what =
                damaged
                        ? "The answers file was damaged and is kept as " + aside + ". "
                        : "The answers file " + file + " was missing. ";
        if (fromFile.isEmpty() && fromCopies.isEmpty()) {
            return Optional.of(
                    what
                            + "Nothing in it could be read, and there is no copy in "
                            + copiesFolder
                            + ".");
        }
        List<String> sources = new ArrayList<>();
        if (!fromFile.isEmpty()) {
            sources.add(answers(fromFile) + " came back from " + (damaged ? "it" : aside));
        }
        if (!fromCopies.isEmpty()) {
            sources.add(answers(fromCopies) + " came back from the copy in " + copiesFolder);
        }
        return Optional.of(what + String.join(", ", sources) + ".");
    }

    private static String answers(Set<QuestionKey> keys) {
        return keys.size() == 1 ? "1 answer" : keys.size() + " answers";
    }
}
