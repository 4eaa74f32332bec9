package loupe.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import loupe.lesson.Course;
import loupe.lesson.Sha256;

/**
 * What became of answers: their versions, and the ways back to one. Every call returns at once and
 * works on the thread "answers", after what is typed has been saved; it fails with an {@link
 * AnswerTrouble} whose message is the sentence to show. Completions run on that thread: a window
 * hands them on to its own.
 */
public final class AnswerHistory {
    private final AnswersThread thread;
    private final SaverDesk desk;
    private final AnswersThread.Work<Void> save;

    AnswerHistory(AnswersThread thread, SaverDesk desk, AnswersThread.Work<Void> save) {
        this.thread = thread;
        this.desk = desk;
        this.save = save;
    }

    private <T> CompletableFuture<T> ask(Tables.Work<T> work) {
        return thread.ask(
                () -> {
                    save.run();
                    return desk.store().read(work);
                });
    }

    /** The versions of an answer, oldest first; the last that is no conflict is in force. */
    public CompletableFuture<List<Version>> versions(QuestionKey key) {
        return ask(all -> all.overview().versions(key));
    }

    /** The text of a version, empty if it has been thinned out meanwhile. */
    public CompletableFuture<String> body(long version) {
        return ask(
                all ->
                        all.rows().event(version).stream()
                                .map(each -> each.draft().body())
                                .findFirst()
                                .orElse(""));
    }

    /** Whether the store has this text as a version of an answer. */
    public CompletableFuture<Boolean> holds(QuestionKey key, String body) {
        String sha256 = Sha256.of(body);
        return versions(key)
                .thenApply(all -> all.stream().anyMatch(each -> each.sha256().equals(sha256)));
    }

    /** The prompt with this SHA-256, as it was when an answer was written; empty if unknown. */
    public CompletableFuture<String> prompt(String sha256) {
        return ask(all -> all.shelf().prompt(sha256));
    }

    /** Makes an earlier version the answer again, as a new event; returns the answer now. */
    public CompletableFuture<Draft> restore(QuestionKey key, long version) {
        return thread.ask(
                () -> {
                    save.run();
                    List<Event> found =
                            desk.store().read(all -> all.rows().event(version)).stream()
                                    .filter(each -> each.key().equals(key))
                                    .toList();
                    if (found.isEmpty()) {
                        throw new AnswerTrouble(
                                "This version is no longer kept. Your answer is as it was: choose"
                                        + " another version.",
                                null);
                    }
                    Draft draft = found.get(0).draft();
                    return desk.put(
                            key,
                            EventKind.RESTORE,
                            draft.body(),
                            new Wording(draft.promptSha256(), ""),
                            draft.lessonVersion());
                });
    }

    /**
     * Empties an answer, as an event: {@link #restore} with the version before brings it back.
     * Returns the answer now.
     */
    public CompletableFuture<Draft> reset(QuestionKey key, String prompt, String lessonVersion) {
        return thread.ask(
                () -> {
                    save.run();
                    return desk.put(
                            key, EventKind.RESET, "", Wording.of(prompt.strip()), lessonVersion);
                });
    }

    /** By question id, the numbers (from 1) of the hints that were opened in a lesson. */
    public CompletableFuture<Map<String, Set<Integer>>> hints(String course, String lesson) {
        return ask(all -> all.overview().hints(course, lesson));
    }

    /** The answers whose question is no longer in the course, with the prompts they were for. */
    public CompletableFuture<List<Filed>> gone(Course course) {
        return ask(all -> Snapshots.texts(all, course.id()).gone(course));
    }

    /** The ids of the courses that have answers. */
    public CompletableFuture<List<String>> courses() {
        return ask(all -> all.overview().courses());
    }

    /** All answers of a course, as they stand on the disk. */
    public CompletableFuture<Snapshot> snapshot(String course) {
        return ask(all -> Snapshots.of(all, course));
    }

    /** By lesson id, the questions of a course that have an answer that is not blank. */
    CompletableFuture<Map<String, Set<String>>> answered(Course course) {
        return ask(all -> Snapshots.texts(all, course.id()).answered(course));
    }

    /** Keeps a view that is to be attached; returns its SHA-256. */
    public CompletableFuture<String> keep(Evidence view) {
        return thread.ask(() -> desk.store().write(all -> all.shelf().keep(view)));
    }

    /** The view with this SHA-256, if it is there. */
    public CompletableFuture<Optional<Evidence>> evidence(String sha256) {
        return ask(all -> all.shelf().evidence(sha256));
    }

    /** Records a hand-in that was checked, with the answers in it. */
    public CompletableFuture<Void> handedIn(HandedIn done, Snapshot answers) {
        return thread.ask(
                () -> {
                    desk.store()
                            .write(
                                    all -> {
                                        Snapshots.handedIn(all, done, answers);
                                        return null;
                                    });
                    desk.backUp();
                    return null;
                });
    }

    /** What was handed in of a course, the last one first. */
    public CompletableFuture<List<HandedIn>> handIns(String course) {
        return ask(all -> all.shelf().handIns(course));
    }

    /** The rolling backups, the newest first. */
    public CompletableFuture<List<Backup>> backups() {
        return thread.ask(() -> desk.restoring().backups());
    }

    /**
     * Brings back every answer of a backup that is another one now; what stands here stays in the
     * history. Returns the answers that are others now.
     */
    public CompletableFuture<List<QuestionKey>> restoreFrom(Path backup) {
        return thread.ask(
                () -> {
                    save.run();
                    return desk.restoring().from(backup);
                });
    }

    /** Writes readable copies of all answers, and their views, into another folder. */
    public CompletableFuture<Void> export(Path folder) {
        return thread.ask(
                () -> {
                    save.run();
                    desk.export(folder);
                    return null;
                });
    }

    /** Thins the history and writes a backup, now and not when it is due. */
    public CompletableFuture<Void> tidy() {
        return thread.ask(
                () -> {
                    desk.tidy();
                    return null;
                });
    }
}
