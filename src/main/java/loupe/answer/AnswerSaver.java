package loupe.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import loupe.lesson.Question;

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

    private final Map<QuestionKey, Offer> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor answers;
    private final SaverDesk desk;
    private volatile boolean closed;

    // Only the thread "answers" touches what follows.
    private long retry = FIRST_RETRY;
    private boolean failing;
    private boolean copying;

    private AnswerSaver(AnswerPlace place, SaveListener listener) {
        this.desk = new SaverDesk(place, listener);
        this.answers =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "answers");
                            thread.setDaemon(true);
                            return thread;
                        });
        answers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A saver for a place. Returns at once; the file is opened on the thread "answers". */
    public static AnswerSaver open(AnswerPlace place, SaveListener listener) {
        AnswerSaver saver = new AnswerSaver(place, listener);
        saver.answers.execute(saver::attempt);
        return saver;
    }

    /** A text that waits; compared by identity, so that a newer one is never taken for saved. */
    static final class Offer {
        final String body;
        final Question question;
        final String lessonVersion;

        Offer(String body, Question question, String lessonVersion) {
            this.body = body;
            this.question = question;
            this.lessonVersion = lessonVersion;
        }
    }

    /** Notes what an answer says now. Any thread; no disk, no waiting. */
    public void offer(QuestionKey key, String body, Question question, String lessonVersion) {
        if (closed) {
            throw new IllegalStateException("the saver is closed");
        }
        pending.put(key, new Offer(body, question, lessonVersion));
        if (scheduled.compareAndSet(false, true)) {
            answers.schedule(this::attempt, SAVE_AFTER, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * The answers of a lesson by question id, with what still waits to be saved. Fails with an
     * {@link AnswerTrouble} whose message is the sentence to show.
     */
    public CompletableFuture<Map<String, Draft>> load(String course, String lesson) {
        return ask(
                store -> {
                    Map<String, Draft> drafts = new LinkedHashMap<>(store.drafts(course, lesson));
                    drafts.forEach(
                            (question, draft) ->
                                    desk.knows(
                                            new QuestionKey(course, lesson, question),
                                            draft.revision()));
                    pending.forEach(
                            (key, offer) -> {
                                if (key.course().equals(course) && key.lesson().equals(lesson)) {
                                    drafts.merge(
                                            key.question(), waiting(offer), AnswerSaver::newer);
                                }
                            });
                    return drafts;
                });
    }

    private static Draft waiting(Offer offer) {
        return new Draft(
                offer.body, 0, Instant.EPOCH, offer.question.promptSha256(), offer.lessonVersion);
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
    public CompletableFuture<Map<String, Set<String>>> answered(String course) {
        return ask(store -> store.answered(course));
    }

    /** Everything kept of an answer, oldest first. */
    public CompletableFuture<List<Event>> history(QuestionKey key) {
        return ask(store -> store.history(key));
    }

    /** The texts that are not on the disk yet: for "Copy text" and "Save a copy to...". */
    public Map<QuestionKey, String> unsaved() {
        Map<QuestionKey, String> texts = new HashMap<>();
        pending.forEach((key, offer) -> texts.put(key, offer.body));
        return texts;
    }

    /**
     * Done when all that was offered before is on the disk; fails with the sentence if it is not.
     */
    public CompletableFuture<Void> flush() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        submit(
                () -> {
                    try {
                        save();
                        done.complete(null);
                    } catch (AnswerTrouble e) {
                        done.completeExceptionally(e);
                    }
                },
                done);
        return done;
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
        CompletableFuture<Void> done = new CompletableFuture<>();
        submit(
                () -> {
                    try {
                        save();
                    } catch (AnswerTrouble e) {
                        desk.keepBeside(Map.copyOf(pending)); // save has told why
                    }
                    desk.copy();
                    desk.close();
                    done.complete(null);
                },
                done);
        answers.shutdown();
        try {
            done.get(CLOSING, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            desk.keepBeside(Map.copyOf(pending)); // the disk does not answer
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing the answers failed", e.getCause());
        }
    }

    private void submit(Runnable work, CompletableFuture<?> done) {
        try {
            answers.execute(
                    () -> {
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            done.completeExceptionally(e);
                        }
                    });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(new IllegalStateException("the saver is closed", e));
        }
    }

    /** A question to the record. */
    @FunctionalInterface
    private interface Ask<T> {
        T of(AnswerStore store) throws AnswerTrouble;
    }

    private <T> CompletableFuture<T> ask(Ask<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(
                () -> {
                    try {
                        answer.complete(question.of(desk.store()));
                    } catch (AnswerTrouble e) {
                        answer.completeExceptionally(e);
                    }
                },
                answer);
        return answer;
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
            answers.schedule(this::attempt, retry, TimeUnit.MILLISECONDS);
            retry = Math.min(2 * retry, LAST_RETRY);
        }
    }

    /** Saves everything that waits; tells the listener how it went. */
    private void save() throws AnswerTrouble {
        scheduled.set(false); // before looking: what is offered from now on plans its own save
        Map<QuestionKey, Offer> batch = Map.copyOf(pending);
        try {
            List<QuestionKey> kept = new ArrayList<>(desk.save(batch).keySet());
            kept.forEach(key -> pending.remove(key, batch.get(key)));
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
            answers.schedule(this::copyNow, COPY_AFTER, TimeUnit.MILLISECONDS);
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
