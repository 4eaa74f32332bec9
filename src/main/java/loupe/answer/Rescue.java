package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a new record begins with after damage: the newest good backup, then what is newer in the
 * damaged file, then what is newer in the Markdown copies.
 */
final class Rescue {
    private final Salvage salvage = new Salvage();
    private final Set<Event> onlyInFile = new HashSet<>();
    private final Copies.Copied copies;
    private final Optional<Path> aside;
    private final Optional<Path> backup;
    private final Path copiesFolder;
    private final Set<QuestionKey> fromBackup = new HashSet<>();
    private final Set<QuestionKey> fromFile = new HashSet<>();
    private final Set<QuestionKey> fromCopies = new HashSet<>();

    private Rescue(Optional<Path> aside, AnswerPlace place) throws IOException {
        this.aside = aside;
        this.backup = new Backups(place).newestGood();
        this.copiesFolder = place.copies();
        this.copies = Copies.readAll(place.copies());
        backup.ifPresent(this::take);
        aside.filter(Files::isRegularFile).ifPresent(file -> onlyInFile.addAll(take(file)));
        salvage.addPrompts(copies.prompts());
        salvage.addViews(Views.readAll(place.copies()));
    }

    static Rescue from(Optional<Path> aside, AnswerPlace place) throws IOException {
        return new Rescue(aside, place);
    }

    private Set<Event> take(Path file) {
        try (Connection old = Backups.open(file)) {
            return salvage.take(old);
        } catch (SQLException e) {
            System.getLogger(Rescue.class.getName())
                    .log(System.Logger.Level.DEBUG, "nothing of it can be read", e);
            return Set.of();
        }
    }

    /** Writes all of it: the history as it was, then what the copies know that is newer. */
    void into(Rows rows, Shelf shelf) throws SQLException {
        Map<QuestionKey, Draft> best = new HashMap<>();
        Map<QuestionKey, Long> ids = new HashMap<>();
        fromBackup.clear();
        fromFile.clear();
        fromCopies.clear();
        salvage.into(shelf);
        for (Event each : salvage.events()) {
            long id = rows.add(each);
            if (isNewer(each, best.get(each.key()))) {
                best.put(each.key(), each.draft());
                ids.put(each.key(), id);
                credit(each.key(), onlyInFile.contains(each) ? fromFile : fromBackup);
            }
        }
        for (Event each : copies.events()) {
            Draft known = best.get(each.key());
            if (known == null
                    || each.draft().revision() > known.revision()
                            && !each.draft().body().equals(known.body())) {
                ids.put(each.key(), rows.add(each));
                best.put(each.key(), each.draft());
                credit(each.key(), fromCopies);
            }
        }
        for (Map.Entry<QuestionKey, Long> each : ids.entrySet()) {
            long revision = Math.max(1, best.get(each.getKey()).revision());
            rows.moveHead(each.getKey(), each.getValue(), revision, 0);
        }
    }

    /** What was handed in was the answer once: better than nothing, no better than the answer. */
    private static boolean isNewer(Event event, Draft known) {
        long revision = event.draft().revision();
        return switch (event.kind()) {
            case CONFLICT, HINT -> false;
            case HAND_IN -> known == null || revision > known.revision();
            case DRAFT, RESET, RESTORE -> known == null || revision >= known.revision();
        };
    }

    private void credit(QuestionKey key, Set<QuestionKey> source) {
        List.of(fromBackup, fromFile, fromCopies).forEach(each -> each.remove(key));
        source.add(key);
    }

    /** The sentence that says what came from where; none where nothing was and nothing came. */
    Optional<String> sentence(boolean damaged, Path file) {
        List<String> sources = new ArrayList<>();
        String name = aside.map(Path::toString).orElse("");
        backup.ifPresent(path -> source(sources, fromBackup, "the backup " + path));
        source(sources, fromFile, damaged ? "it" : name);
        source(sources, fromCopies, "the copy in " + copiesFolder);
        if (!damaged && sources.isEmpty()) {
            return Optional.empty();
        }
        String what =
                damaged
                        ? "The answers file was damaged and is kept as " + name + ". "
                        : "The answers file " + file + " was missing. ";
        if (sources.isEmpty()) {
            return Optional.of(
                    what
                            + "Nothing in it could be read, and there is no copy in "
                            + copiesFolder
                            + ". A new file has been begun. If you have handed in before, your"
                            + " answers are in that PDF.");
        }
        return Optional.of(
                what
                        + String.join(", ", sources)
                        + ". Read through your answers before you go on.");
    }

    private static void source(List<String> sources, Set<QuestionKey> keys, String where) {
        if (!keys.isEmpty()) {
            String answers = keys.size() == 1 ? "1 answer" : keys.size() + " answers";
            sources.add(answers + " came back from " + where);
        }
    }
}
