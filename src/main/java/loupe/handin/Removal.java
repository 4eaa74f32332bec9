package loupe.handin;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import loupe.answer.AnswerHistory;
import loupe.answer.Belongings;
import loupe.answer.HandedIn;
import loupe.answer.Profile;
import loupe.answer.Snapshot;
import loupe.lesson.Course;

/**
 * Finish and remove my work from this computer: allowed after a hand-in that is still there and
 * holds every answer. First {@link #allowed}, then the store is closed, then {@link #remove}.
 */
public final class Removal {
    private Removal() {}

    /**
     * The hand-in that stands for the work. Fails with a {@link HandInTrouble} where there is none,
     * where its file is gone or changed, or where an answer is not in it.
     */
    public static CompletableFuture<HandedIn> allowed(
            Course course, Profile person, AnswerHistory past) {
        return past.handIns(course.id())
                .thenCombine(past.snapshot(course.id()), Found::new)
                .thenCombineAsync(
                        past.courses(),
                        (found, courses) -> {
                            try {
                                return check(course, person, found, courses);
                            } catch (HandInTrouble trouble) {
                                throw new CompletionException(trouble);
                            }
                        });
    }

    /** What the store has. */
    private record Found(List<HandedIn> handIns, Snapshot now) {}

    private static HandedIn check(Course course, Profile person, Found found, List<String> courses)
            throws HandInTrouble {
        if (found.handIns().isEmpty()) {
            throw refused("you have not handed it in yet", "Hand it in first");
        }
        for (String each : courses) {
            if (!each.equals(course.id())) {
                throw refused(
                        "you also have answers in the course \"" + each + "\"",
                        "Hand them in from there first");
            }
        }
        HandedIn last = found.handIns().get(0);
        Map<String, String> bodies = bodies(last);
        for (Contents.Answer each :
                Contents.of(course, person, found.now(), Instant.EPOCH).written()) {
            if (!each.body().equals(bodies.get(each.lesson() + "/" + each.question()))) {
                throw refused(
                        "your answer \"" + each.question() + "\" is not in the last hand-in",
                        "Hand in again first");
            }
        }
        return last;
    }

    private static Map<String, String> bodies(HandedIn last) throws HandInTrouble {
        try {
            checkFile(last);
            return Check.contents(Pdf.open(last.file(), List.of())).orElseThrow().answers().stream()
                    .collect(
                            Collectors.toMap(
                                    each -> each.lesson() + "/" + each.question(),
                                    Contents.Answer::body));
        } catch (IOException e) {
            throw new HandInTrouble(
                    "The hand-in " + last.file() + " cannot be read, so your work stays here.", e);
        }
    }

    private static void checkFile(HandedIn last) throws IOException, HandInTrouble {
        if (!Files.isRegularFile(last.file())) {
            throw refused(
                    "the file you handed in is no longer at " + last.file(), "Hand in again first");
        }
        if (!FileSha256.of(last.file()).equals(last.sha256())) {
            throw refused("the file " + last.file() + " was changed", "Hand in again first");
        }
    }

    private static HandInTrouble refused(String because, String instead) {
        return new HandInTrouble(
                "Your work stays on this computer, because " + because + ". " + instead + ".");
    }

    /**
     * Removes a person's work; the store must be closed. Returns what was removed, in sentences to
     * show.
     *
     * @param proof what {@link #allowed} brought
     */
    public static List<String> remove(Profile person, HandedIn proof) throws HandInTrouble {
        try {
            checkFile(proof);
            Belongings all = Belongings.of(person);
            if (all.holds(proof.file())) {
                throw refused(
                        "the hand-in lies among what would be removed",
                        "Move " + proof.file() + " elsewhere and hand in again");
            }
            all.remove();
            List<String> said = new ArrayList<>();
            said.add(
                    "Removed your answers with their history and backups: "
                            + count(all.record().size())
                            + " in "
                            + person.place().data()
                            + ".");
            said.add(
                    "Removed the readable copies: "
                            + count(all.copies().size())
                            + " in "
                            + person.place().copies()
                            + ".");
            said.add(
                    "Your hand-in stays: "
                            + proof.file()
                            + " (receipt code "
                            + proof.receipt()
                            + ").");
            return said;
        } catch (IOException e) {
            throw new HandInTrouble(
                    "Not everything could be removed from "
                            + person.place().data()
                            + ": "
                            + e.getMessage()
                            + ". Close every program that uses it and try again.",
                    e);
        }
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
