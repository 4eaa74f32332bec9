package loupe.shell.writeup;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import loupe.answer.AnswerSaver;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.answer.SaveListener;
import loupe.handin.Printer;

/**
 * Who writes on this computer, whose work is open now, and what a hand-in is printed with. Files
 * are read and written on the thread "files".
 */
public final class Study {

    private final Profiles profiles;
    private final Executor files;
    private final Printer printer;
    private final Consumer<AnswerSaver> opened;
    private volatile Profile person;

    /**
     * @param person who writes first
     * @param files the thread that reads files
     * @param opened told every store that is opened
     */
    public Study(
            Profiles profiles,
            Profile person,
            Executor files,
            Printer printer,
            Consumer<AnswerSaver> opened) {
        this.profiles = profiles;
        this.person = person;
        this.files = files;
        this.printer = printer;
        this.opened = opened;
    }

    /** Who writes now. */
    Profile person() {
        return person;
    }

    void choose(Profile other) {
        person = other;
    }

    Printer printer() {
        return printer;
    }

    /** Where hand-ins go unless the person says otherwise: beside the readable copies. */
    Path handIns() {
        return person.place().handIns();
    }

    AnswerSaver open(SaveListener listener) {
        AnswerSaver saver = AnswerSaver.open(person.place(), listener);
        opened.accept(saver);
        return saver;
    }

    CompletableFuture<List<Profile>> people() {
        return onFiles(profiles::all);
    }

    CompletableFuture<Profile> add(String name, String studentId) {
        return onFiles(() -> profiles.add(name, studentId));
    }

    /** Gives whoever writes now another name or student id. */
    CompletableFuture<Profile> rename(String name, String studentId) {
        Profile now = person;
        return onFiles(() -> profiles.change(now, name, studentId))
                .thenApply(
                        changed -> {
                            person = changed;
                            return changed;
                        });
    }

    private <T> CompletableFuture<T> onFiles(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                files);
    }
}
