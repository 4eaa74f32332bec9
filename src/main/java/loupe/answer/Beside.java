package loupe.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is written beside the record: the readable copies and the rolling backups. Where that fails,
 * answers are saved all the same.
 */
final class Beside {
    private static final System.Logger LOG = System.getLogger(Beside.class.getName());
    private static final long BACKUP_EVERY = Duration.ofMinutes(30).toNanos();

    private final AnswerPlace place;
    private final Consumer<String> told;
    private final Set<LessonKey> toCopy = new HashSet<>();
    private boolean copyFailed;
    private boolean backupFailed;
    private boolean toBackUp;
    private long lastBackup = System.nanoTime();

    /** {@code told} gets a sentence for the student. */
    Beside(AnswerPlace place, Consumer<String> told) {
        this.place = place;
        this.told = told;
    }

    /** The answers to a lesson are others now. */
    void changed(QuestionKey key) {
        toCopy.add(new LessonKey(key.course(), key.lesson()));
        toBackUp = true;
    }

    /** A backup now and then. */
    void backUpIfDue(AnswerStore store) {
        if (toBackUp && System.nanoTime() - lastBackup > BACKUP_EVERY) {
            backUp(store, true);
        }
    }

    /** Writes a backup; without {@code always} only if there is none of today. */
    void backUp(AnswerStore store, boolean always) {
        toBackUp = false;
        lastBackup = System.nanoTime();
        try {
            if (store.backUp(place, always).isPresent()) {
                backupFailed = false;
            }
        } catch (AnswerTrouble e) {
            toBackUp = true; // the next that is due tries again
            backupFailed(e);
        }
    }

    /** Said once, until a backup succeeds again. */
    private void backupFailed(AnswerTrouble trouble) {
        LOG.log(System.Logger.Level.WARNING, "no backup could be written", trouble);
        if (!backupFailed) {
            backupFailed = true;
            told.accept(trouble.getMessage());
        }
    }

    boolean hasToCopy() {
        return !toCopy.isEmpty();
    }

    /** Writes the Markdown copies of the lessons whose answers changed. */
    void copy(AnswerStore store) {
        for (LessonKey lesson : List.copyOf(toCopy)) {
            try {
                copy(store, place.copies(), lesson);
                toCopy.remove(lesson);
                copyFailed = false;
            } catch (IOException | AnswerTrouble e) {
                copyFailed(e);
            }
        }
    }

    /** Writes the copies of every lesson that has answers into another folder. */
    static void export(AnswerStore store, Path folder) throws AnswerTrouble {
        Path copies = folder.toAbsolutePath();
        try {
            for (LessonKey each : store.read(all -> all.overview().lessons())) {
                copy(store, copies, each);
            }
        } catch (IOException e) {
            throw new AnswerTrouble(
                    "Your answers could not be written to "
                            + copies
                            + ": make room there, or choose another folder.",
                    e);
        }
    }

    private static void copy(AnswerStore store, Path folder, LessonKey lesson)
            throws IOException, AnswerTrouble {
        Map<String, Draft> drafts = store.drafts(lesson.course(), lesson.lesson());
        Map<String, String> prompts = new HashMap<>();
        for (Draft each : drafts.values()) {
            String sha256 = each.promptSha256();
            prompts.put(sha256, store.read(all -> all.shelf().prompt(sha256)));
            for (String name : Evidence.namedIn(each.body())) {
                Optional<Evidence> view = store.read(all -> all.shelf().evidence(name));
                if (view.isPresent()) {
                    Views.write(folder.resolve(lesson.course()), view.get());
                }
            }
        }
        Copies.write(folder, lesson, drafts, sha -> prompts.getOrDefault(sha, ""));
    }

    private void copyFailed(Exception trouble) {
        LOG.log(System.Logger.Level.WARNING, "a copy could not be written", trouble);
        if (!copyFailed) {
            copyFailed = true;
            told.accept(
                    "Your answers are saved, but the readable copy in "
                            + place.copies()
                            + " cannot be written: see that you may write there.");
        }
    }
}
