package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What the thread "answers" works at: the record while it is open, the revision each text was typed
 * upon, the copies still to be written. Nobody else comes here, but for {@link #keepBeside}.
 */
final class SaverDesk {
    private static final System.Logger LOG = System.getLogger(SaverDesk.class.getName());
    private static final int THIN_EVERY = 1_000;

    private final AnswerPlace place;
    private final SaveListener listener;
    private final Map<QuestionKey, Long> bases = new ConcurrentHashMap<>();
    private final Map<QuestionKey, AnswerSaver.Offer> latest = new HashMap<>();
    private final Beside beside;
    private AnswerStore store;
    private boolean damaged;
    private String lastTrouble = "";
    private final Set<String> said = new HashSet<>();
    private int saves;

    Restoring restoring() {
        return new Restoring(place, this);
    }

    SaverDesk(AnswerPlace place, SaveListener listener) {
        this.place = place;
        this.listener = listener;
        this.beside = new Beside(place, sentence -> tell(l -> l.told(sentence)));
    }

    /** The record, opened if it is not. */
    AnswerStore store() throws AnswerTrouble {
        if (store != null && !store.isInPlace()) {
            moveOut();
        }
        if (store == null) {
            AnswerStore opened = Opening.open(place, this::tellOnce);
            thin(opened);
            bringBack(opened);
            if (damaged) {
                rebase(opened);
            }
            damaged = false;
            store = opened;
            beside.backUp(opened, false);
        }
        return store;
    }

    /** What an earlier run could not save goes into the record now, if it takes it. */
    private void bringBack(AnswerStore opened) {
        try {
            for (Path folder : Unsaved.waiting(place)) {
                bringBack(opened, folder);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody knows what waits to be saved", e);
        }
    }

    private void bringBack(AnswerStore opened, Path folder) throws IOException {
        Map<QuestionKey, Event> texts = new LinkedHashMap<>();
        Map<QuestionKey, Outcome> beaten;
        try {
            Copies.Copied waiting = Copies.readAll(folder);
            waiting.events().forEach(each -> texts.put(each.key(), each));
            beaten =
                    opened.write(
                            all -> {
                                for (String prompt : waiting.prompts().values()) {
                                    all.shelf().keep(Wording.of(prompt));
                                }
                                return all.ledger().bringBack(waiting.events());
                            });
        } catch (IOException | AnswerTrouble e) {
            LOG.log(System.Logger.Level.WARNING, "what was not saved last time waits on", e);
            tellOnce(
                    "What could not be saved last time cannot be brought back yet. It lies in "
                            + folder
                            + ", where you can read it, and Loupe tries again with every start.");
            return;
        }
        tell(l -> l.told("What could not be saved last time is saved now."));
        texts.keySet().forEach(beside::changed);
        beaten.forEach(
                (key, outcome) -> {
                    String head = outcome.theirs().get(0).body();
                    tell(l -> l.conflict(key, head, texts.get(key).draft()));
                });
        Unsaved.done(folder);
    }

    private void moveOut() throws AnswerTrouble {
        if (Files.exists(place.file())) {
            store.leave();
            bases.clear(); // what stands there was never seen here
            tell(
                    l ->
                            l.told(
                                    "The answers file "
                                            + place.file()
                                            + " was replaced while Loupe was open. What was in it"
                                            + " lies beside it, and what you typed goes into the"
                                            + " new one."));
        } else {
            store.writeAgain();
            tell(
                    l ->
                            l.told(
                                    "The answers file "
                                            + place.file()
                                            + " was deleted while Loupe was open. It has been"
                                            + " written again, with everything in it."));
        }
        store = null;
    }

    /** After damage this run's texts stand upon whatever was rescued. */
    private void rebase(AnswerStore opened) throws AnswerTrouble {
        for (QuestionKey key : Set.copyOf(bases.keySet())) {
            Draft draft = opened.drafts(key.course(), key.lesson()).get(key.question());
            bases.put(key, draft == null ? 0 : draft.revision());
        }
    }

    /** The person has seen this revision: what comes next is typed upon it. */
    void knows(QuestionKey key, long revision) {
        bases.put(key, revision);
    }

    /** Saves a batch in one transaction and tells the listener; returns what is on the disk now. */
    Map<QuestionKey, Outcome> save(Map<QuestionKey, AnswerSaver.Offer> batch, List<Entry> hints)
            throws AnswerTrouble {
        AnswerStore before = store;
        AnswerStore now = store();
        Map<QuestionKey, AnswerSaver.Offer> offers = new LinkedHashMap<>(batch);
        if (before != now) {
            latest.forEach(offers::putIfAbsent); // a record opened anew may lack them
        }
        if (offers.isEmpty() && hints.isEmpty()) {
            return Map.of();
        }
        List<Entry> entries = new ArrayList<>(hints);
        offers.forEach((key, offer) -> entries.add(entry(key, offer)));
        Map<QuestionKey, Outcome> outcomes = write(now, entries);
        Instant at = Instant.now();
        outcomes.forEach(
                (key, outcome) -> {
                    bases.put(key, outcome.revision());
                    latest.put(key, offers.get(key));
                    beside.changed(key);
                    String mine = offers.get(key).body();
                    outcome.theirs().forEach(theirs -> tell(l -> l.conflict(key, mine, theirs)));
                });
        Set<QuestionKey> keys = Set.copyOf(batch.keySet());
        if (!keys.isEmpty()) {
            tell(l -> l.saved(at, keys));
        }
        return outcomes;
    }

    /** Makes a text the answer, with an event of its own kind; returns the answer now. */
    Draft put(QuestionKey key, EventKind kind, String body, Wording prompt, String lessonVersion)
            throws AnswerTrouble {
        AnswerStore now = store();
        long base = bases.containsKey(key) ? bases.get(key) : current(now, key);
        Entry entry = new Entry(key, kind, body, prompt, lessonVersion, base);
        Outcome outcome = write(now, List.of(entry)).get(key);
        Instant at = Instant.now();
        bases.put(key, outcome.revision());
        latest.remove(key); // what was typed before is no longer the answer
        beside.changed(key);
        outcome.theirs().forEach(theirs -> tell(l -> l.conflict(key, body, theirs)));
        tell(l -> l.saved(at, Set.of(key)));
        return new Draft(body, outcome.revision(), at, prompt.sha256(), lessonVersion);
    }

    private static long current(AnswerStore now, QuestionKey key) throws AnswerTrouble {
        return now.read(all -> all.rows().head(key)).stream()
                .mapToLong(Draft::revision)
                .findFirst()
                .orElse(0);
    }

    private Entry entry(QuestionKey key, AnswerSaver.Offer offer) {
        long base = bases.getOrDefault(key, 0L);
        return Entry.draft(key, offer.body(), offer.prompt(), offer.lessonVersion(), base);
    }

    private Map<QuestionKey, Outcome> write(AnswerStore now, List<Entry> entries)
            throws AnswerTrouble {
        try {
            Map<QuestionKey, Outcome> outcomes = now.save(entries);
            if (++saves % THIN_EVERY == 0) {
                thin(now);
            }
            return outcomes;
        } catch (AnswerTrouble e) {
            if (e.kind() != AnswerTrouble.Kind.WORLD) { // the next try opens it anew
                damaged = e.kind() == AnswerTrouble.Kind.DAMAGE;
                store = null;
                now.close();
            }
            throw e;
        }
    }

    private static void thin(AnswerStore store) {
        try {
            store.thin(Instant.now());
        } catch (AnswerTrouble e) {
            LOG.log(System.Logger.Level.DEBUG, "old drafts stay for now", e);
        }
    }

    /** Thins the history now, and writes a backup. */
    void tidy() throws AnswerTrouble {
        thin(store());
        backUp();
    }

    void backUp() throws AnswerTrouble {
        beside.backUp(store(), true);
    }

    void export(Path folder) throws AnswerTrouble {
        Beside.export(store(), folder);
    }

    boolean hasToCopy() {
        return beside.hasToCopy();
    }

    /** Writes what is due beside the record. */
    void copy() {
        if (store != null) {
            beside.copy(store);
            beside.backUpIfDue(store);
        }
    }

    void close() {
        if (store != null) {
            try {
                store.close();
            } catch (AnswerTrouble e) {
                LOG.log(System.Logger.Level.WARNING, "the answers file did not close", e);
            }
            store = null;
        }
    }

    /** The last resort at the end of the program: the next start reads these texts back. */
    void keepBeside(Map<QuestionKey, AnswerSaver.Offer> texts) {
        if (texts.isEmpty()) {
            return;
        }
        String what = "What you typed last could not be saved in " + place.file();
        try {
            Path kept = Unsaved.write(place, texts, bases);
            tell(
                    l ->
                            l.told(
                                    what
                                            + ". It lies in "
                                            + kept
                                            + " until Loupe starts again and can save it."));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "nothing could be written anywhere", e);
            tell(l -> l.failed(what + ", nor in any other folder. Copy it before you leave."));
        }
    }

    /** The same trouble comes with every try; the log has it once. */
    void failed(AnswerTrouble trouble) {
        if (!trouble.getMessage().equals(lastTrouble)) {
            lastTrouble = trouble.getMessage();
            LOG.log(System.Logger.Level.WARNING, "not saved", trouble);
        }
        tell(l -> l.failed(trouble.getMessage()));
    }

    void recovered() {
        tell(SaveListener::recovered);
    }

    /** A record that is opened again and again says each thing only once. */
    private void tellOnce(String sentence) {
        if (said.add(sentence)) {
            tell(l -> l.told(sentence));
        }
    }

    /** A listener that throws must not keep an answer from being saved. */
    private void tell(Consumer<SaveListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the listener to saves failed", e);
        }
    }
}
