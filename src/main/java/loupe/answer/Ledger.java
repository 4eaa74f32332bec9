package loupe.answer;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule of the record: a head moves only from the revision its writer had seen. If somebody else
 * wrote since, both texts are kept and both are told of. Inside a transaction of the caller's.
 */
final class Ledger {
    private final Rows rows;
    private final Shelf shelf;

    Ledger(Rows rows, Shelf shelf) {
        this.rows = rows;
        this.shelf = shelf;
    }

    /** Makes the text of an entry the answer in force. */
    Outcome put(Entry entry) throws SQLException {
        List<Draft> heads = rows.head(entry.key());
        shelf.keep(entry.prompt());
        long current = heads.isEmpty() ? 0 : heads.get(0).revision();
        if (!heads.isEmpty() && heads.get(0).body().equals(entry.body())) {
            return new Outcome(current, List.of());
        }
        long revision = Math.max(current, entry.base()) + 1;
        long event = rows.add(event(entry, revision));
        if (rows.moveHead(entry.key(), event, revision, entry.base())) {
            return new Outcome(revision, List.of());
        }
        // Somebody else wrote since: theirs is kept for ever, ours is what the person sees.
        for (Draft theirs : heads) {
            rows.add(new Event(entry.key(), EventKind.CONFLICT, theirs));
        }
        if (!rows.moveHead(entry.key(), event, revision, current)) {
            throw new IllegalStateException("the head moved inside a transaction");
        }
        return new Outcome(revision, heads);
    }

    /** Records what stands beside the answer: a hint that was opened, a hand-in. */
    void note(Entry entry) throws SQLException {
        shelf.keep(entry.prompt());
        rows.add(event(entry, entry.base()));
    }

    private static Event event(Entry entry, long revision) {
        Draft draft =
                new Draft(
                        entry.body(),
                        revision,
                        Instant.now(),
                        entry.prompt().sha256(),
                        entry.lessonVersion());
        return new Event(entry.key(), entry.kind(), draft);
    }

    /**
     * Takes texts that could not be saved in an earlier run, each with the revision it was typed
     * upon. Returns those whose answer went on without them: they are kept as conflicts.
     */
    Map<QuestionKey, Outcome> bringBack(List<Event> unsaved) throws SQLException {
        Map<QuestionKey, Outcome> beaten = new LinkedHashMap<>();
        for (Event each : unsaved) {
            bringBack(each, beaten);
        }
        return beaten;
    }

    private void bringBack(Event unsaved, Map<QuestionKey, Outcome> beaten) throws SQLException {
        QuestionKey key = unsaved.key();
        Draft text = unsaved.draft();
        List<Draft> heads = rows.head(key);
        long current = heads.isEmpty() ? 0 : heads.get(0).revision();
        if (!heads.isEmpty() && heads.get(0).body().equals(text.body())) {
            return;
        }
        if (current == text.revision()) {
            Draft next =
                    new Draft(
                            text.body(),
                            current + 1,
                            text.savedAt(),
                            text.promptSha256(),
                            text.lessonVersion());
            long event = rows.add(new Event(key, EventKind.RESTORE, next));
            rows.moveHead(key, event, current + 1, current);
        } else {
            rows.add(new Event(key, EventKind.CONFLICT, text));
            beaten.put(key, new Outcome(current, heads));
        }
    }
}
