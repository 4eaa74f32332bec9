package loupe.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Sha256;

/**
 * Saves answers while they are typed. {@link #offer} takes a text from any thread and only notes
 * it; the one thread "answers" commits it at most a second after the first unsaved keystroke. What
 * cannot be saved is kept and tried again for as long as the program runs.
 */
public final class AnswerSaver implements AutoCloseable {
    /** From the first unsaved keystroke to the commit; the rest of the second is for the disk. */
    private static final long SAVE_AFTER = 700;

    private static final long COPY_AFTER = 2_000;
    private static final long FIRST_RETRY = 250;
    private static final long LAST_RETRY = 5_000;
    private static final long CLOSING = 15_000;

    private final Map<QuestionKey, Waiting> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Queue<Entry> hints = new ConcurrentLinkedQueue<>();
    private final AnswersThread answers = new AnswersThread();
    private final SaverDesk desk;
    private final AnswerHistory history;
    private volatile boolean closed;

    // Only the thread "answers" touches what follows.
    private long retry = FIRST_RETRY;
    private boolean failing;
    private boolean copying;

    private AnswerSaver(AnswerPlace place, SaveListener listener) {
        this.desk = new SaverDesk(place, listener);
        this.history = new AnswerHistory(answers, desk, this::saved);
    }

    /** A saver for a place. Returns at once; the file is opened on the thread "answers". */
    public static AnswerSaver open(AnswerPlace place, SaveListener listener) {
        AnswerSaver saver = new AnswerSaver(place, listener);
        saver.answers.execute(saver::attempt);
        return saver;
    }

    /**
     * A text that waits, read when its turn has come; compared by identity, so that a newer one is
     * never taken for saved.
     */
    private static final class Waiting {
        final Supplier<String> text;
        final String prompt;
        final String lessonVersion;

        Waiting(Supplier<String> text, String prompt, String lessonVersion) {
            this.text = text;
            this.prompt = prompt;
            this.lessonVersion = lessonVersion;
        }

        Offer read() {
            return new Offer(text.get(), prompt, lessonVersion);
        }
    }

    /** A text that is to be saved. */
    record Offer(String body, String prompt, String lessonVersion) {}

    /** Notes what an answer says now. Any thread; no disk, no waiting. */
    public void offer(QuestionKey key, String body, Question question, String lessonVersion) {
        offer(key, () -> body, question, lessonVersion);
    }

    /**
     * The same for a text that is long: it is read when it is saved, so that a keystroke copies
     * nothing.
     *
     * @param body gives what the answer says at that time; asked on other threads, more than once
     */
    public void offer(
            QuestionKey key, Supplier<String> body, Question question, String lessonVersion) {
        offer(key, body, question.prompt(), lessonVersion);
    }

    /** The same for the code of a Java cell; blank where it is the author's. */
    public void offer(QuestionKey key, String code, Cell cell, String lessonVersion) {
        offer(key, () -> code, cell.code(), lessonVersion);
    }

    private void offer(
            QuestionKey key, Supplier<String> body, String prompt, String lessonVersion) {
        if (closed) {
            throw new IllegalStateException("the saver is closed");
        }
        pending.put(key, new Waiting(body, prompt, lessonVersion));
        soon();
    }

    /** Notes that a hint was opened; {@code number} counts from 1. Any thread, no waiting. */
    public void openedHint(QuestionKey key, int number, Question question, String lessonVersion) {
        if (closed) {
            throw new IllegalStateException("the saver is closed");
        }
        hints.add(
                new Entry(
                        key,
                        EventKind.HINT,
                        String.valueOf(number),
                        Wording.of(question.prompt()),
                        lessonVersion,
                        0));
        soon();
    }

    private void soon() {
        if (scheduled.compareAndSet(false, true)) {
            answers.schedule(this::attempt, SAVE_AFTER);
        }
    }

    /** What became of answers, the ways back, attached views, hand-ins. */
    public AnswerHistory past() {
        return history;
    }

    /**
     * The answers of a lesson by question id, with what still waits to be saved; a question that
     * was renamed ({@code was=}) finds its old answer. Fails with an {@link AnswerTrouble} whose
     * message is the sentence to show.
     */
    public CompletableFuture<Map<String, Draft>> load(String course, Lesson lesson) {
        return answers.ask(
                () -> {
                    Map<String, Draft> drafts = drafts(course, lesson.id());
                    for (Question each : lesson.questions()) {
                        if (!drafts.containsKey(each.id())) {
                            underItsOldName(course, lesson.id(), each)
                                    .ifPresent(old -> drafts.put(each.id(), old));
                        }
                    }
                    return drafts;
                });
    }

    /** The same, of a lesson that is known by its id alone: nothing is known of old names. */
    public CompletableFuture<Map<String, Draft>> load(String course, String lesson) {
        return answers.ask(() -> drafts(course, lesson));
    }

    private Map<String, Draft> drafts(String course, String lesson) throws AnswerTrouble {
        Map<String, Draft> drafts = new LinkedHashMap<>(desk.store().drafts(course, lesson));
        drafts.forEach(
                (question, draft) ->
                        desk.knows(new QuestionKey(course, lesson, question), draft.revision()));
        pending.forEach(
                (key, waiting) -> {
                    if (key.course().equals(course) && key.lesson().equals(lesson)) {
                        drafts.merge(key.question(), draft(waiting.read()), AnswerSaver::newer);
                    }
                });
        return drafts;
    }

    /** Nothing of it is on disk under the new name, so its revision there is 0. */
    private Optional<Draft> underItsOldName(String course, String lesson, Question question)
            throws AnswerTrouble {
        List<QuestionKey> keys = Filing.keys(course, lesson, question);
        if (keys.size() < 2) {
            return Optional.empty();
        }
        QuestionKey old = keys.get(1);
        Draft saved = desk.store().drafts(old.course(), old.lesson()).get(old.question());
        return Optional.ofNullable(saved).map(each -> each.at(0));
    }

    private static Draft draft(Offer offer) {
        return new Draft(
                offer.body(), 0, Instant.EPOCH, Sha256.of(offer.prompt()), offer.lessonVersion());
    }

    private static Draft newer(Draft saved, Draft waiting) {
        return new Draft(
                waiting.body(),
                saved.revision(),
                saved.savedAt(),
                waiting.promptSha256(),
                waiting.lessonVersion());
    }

    /** By lesson id, the questions of a course that have an answer that is not blank. */
    public CompletableFuture<Map<String, Set<String>>> answered(Course course) {
        return history.answered(course);
    }

    /** Everything kept of an answer, oldest first. */
    CompletableFuture<List<Event>> history(QuestionKey key) {
        return answers.ask(() -> desk.store().read(all -> all.rows().events(key)));
    }

    /** The texts that are not on the disk yet: for "Copy text" and "Save a copy to...". */
    public Map<QuestionKey, String> unsaved() {
        Map<QuestionKey, String> texts = new HashMap<>();
        pending.forEach((key, waiting) -> texts.put(key, waiting.text.get()));
        return texts;
    }

    private static Map<QuestionKey, Offer> read(Map<QuestionKey, Waiting> waiting) {
        Map<QuestionKey, Offer> texts = new HashMap<>();
        waiting.forEach((key, each) -> texts.put(key, each.read()));
        return texts;
    }

    /**
     * Done when all that was offered before is on the disk; fails with the sentence if it is not.
     */
    public CompletableFuture<Void> flush() {
        return answers.ask(this::saved);
    }

    private Void saved() throws AnswerTrouble {
        save();
        return null;
    }

    /**
     * Saves what waits, writes the copies, and ends; what cannot be saved goes into a file beside.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture<Void> done =
                answers.ask(
                        () -> {
                            try {
                                save();
                            } catch (AnswerTrouble e) {
                                desk.keepBeside(read(pending)); // save has told why
                            }
                            desk.copy();
                            desk.close();
                            return null;
                        });
        answers.shutdown();
        try {
            done.get(CLOSING, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            desk.keepBeside(read(pending)); // the disk does not answer
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing the answers failed", e.getCause());
        }
    }

    /** One try on the thread "answers"; plans the next where it fails. */
    private void attempt() {
        try {
            save();
        } catch (AnswerTrouble e) {
            again();
        }
    }

    private void again() {
        if (!closed && scheduled.compareAndSet(false, true)) {
            answers.schedule(this::attempt, retry);
            retry = Math.min(2 * retry, LAST_RETRY);
        }
    }

    /** Saves everything that waits; tells the listener how it went. */
    private void save() throws AnswerTrouble {
        scheduled.set(false); // before looking: what is offered from now on plans its own save
        Map<QuestionKey, Waiting> batch = Map.copyOf(pending);
        try {
            List<Entry> opened = List.copyOf(hints);
            List<QuestionKey> kept = new ArrayList<>(desk.save(read(batch), opened).keySet());
            kept.stream()
                    .filter(batch::containsKey)
                    .forEach(key -> pending.remove(key, batch.get(key)));
            opened.forEach(hints::remove);
        } catch (AnswerTrouble e) {
            failing = true;
            desk.failed(e);
            throw e;
        } catch (RuntimeException e) {
            failing = true;
            AnswerTrouble trouble =
                    new AnswerTrouble(
                            "Saving failed by a mistake in Loupe ("
                                    + e.getMessage()
                                    + "). Your text is kept here and saving goes on trying.",
                            e);
            desk.failed(trouble);
            throw trouble;
        }
        if (failing) {
            failing = false;
            retry = FIRST_RETRY;
            desk.recovered();
        }
        planCopy();
    }

    private void planCopy() {
        if (desk.hasToCopy() && !copying && !closed) {
            copying = true;
            answers.schedule(this::copyNow, COPY_AFTER);
        }
    }

    private void copyNow() {
        copying = false;
        if (!pending.isEmpty()) {
            attempt(); // a save never waits for a copy
        }
        desk.copy();
    }
}
