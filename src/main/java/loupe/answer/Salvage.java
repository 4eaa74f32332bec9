package loupe.answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What could be read of several files of one record: events in the order of their ids, each once;
 * prompts, views and hand-ins. Everything in it matched its SHA-256.
 */
final class Salvage {
    private final SortedMap<Long, List<Event>> events = new TreeMap<>();
    private final Set<Event> known = new HashSet<>();
    private final Map<String, String> prompts = new HashMap<>();
    private final Set<Evidence> views = new LinkedHashSet<>();
    private final Set<HandedIn> handIns = new LinkedHashSet<>();

    /** Takes what a file has and was not known yet; returns its events that were not. */
    Set<Event> take(Connection file) {
        Set<Event> fresh = new HashSet<>();
        Soundness.readable(file)
                .forEach(
                        (id, event) -> {
                            if (known.add(event)) {
                                fresh.add(event);
                                events.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
                            }
                        });
        views.addAll(Shelf.readable(file));
        Shelf shelf = new Shelf(file);
        attempt(() -> addPrompts(shelf.prompts()));
        attempt(() -> handIns.addAll(shelf.handIns()));
        return fresh;
    }

    void addPrompts(Map<String, String> texts) {
        texts.forEach(
                (sha256, text) -> {
                    if (AnswerStore.matches(text, sha256)) {
                        prompts.put(sha256, text);
                    }
                });
    }

    void addViews(List<Evidence> more) {
        views.addAll(more);
    }

    /** A part that cannot be read. */
    private interface Part {
        void read() throws SQLException;
    }

    private static void attempt(Part part) {
        try {
            part.read();
        } catch (SQLException | IllegalArgumentException e) {
            System.getLogger(Salvage.class.getName())
                    .log(System.Logger.Level.DEBUG, "a part cannot be read", e);
        }
    }

    List<Event> events() {
        return events.values().stream().flatMap(List::stream).toList();
    }

    /** Puts the prompts and the views into a record. */
    void referencesInto(Shelf shelf) throws SQLException {
        for (Map.Entry<String, String> each : prompts.entrySet()) {
            shelf.keep(new Wording(each.getKey(), each.getValue()));
        }
        for (Evidence each : views) {
            shelf.keep(each);
        }
    }

    /** Puts all that is no event into a new record. */
    void into(Shelf shelf) throws SQLException {
        referencesInto(shelf);
        for (HandedIn each : handIns) {
            shelf.add(each);
        }
    }
}
