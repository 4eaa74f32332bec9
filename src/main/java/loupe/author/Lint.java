package loupe.author;

import java.io.IOException;
import java.util.List;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Severity;
import loupe.lesson.Vocabulary;

/** The check of a course or of one lesson in it. */
public final class Lint {
    /** Mending one thing can show another; a course that needs more rounds needs a person. */
    private static final int MOST_ROUNDS = 20;

    private final CoursePlace place;
    private final Vocabulary vocabulary;

    public Lint(CoursePlace place, Vocabulary vocabulary) {
        this.place = place;
        this.vocabulary = vocabulary;
    }

    /** What is wrong, in the order of the files. */
    public List<Finding> findings() {
        return Course.check(place.folder(), vocabulary).stream()
                .filter(each -> place.means(each.spot().file()))
                .toList();
    }

    /**
     * Mends what needs no judgement, and says what it mended.
     *
     * @throws AuthorTrouble if a file could not be written; it is then as it was
     */
    public List<Finding> mend() throws AuthorTrouble {
        Mending mending = new Mending(place.folder());
        try {
            for (int round = 0; round < MOST_ROUNDS && mending.mend(findings()); round++) {
                // what is mended may have hidden the next mistake
            }
        } catch (IOException e) {
            throw new AuthorTrouble(
                    "Not all could be mended, because a file cannot be written: "
                            + e.getMessage()
                            + ". What was there is as it was.",
                    e);
        }
        return mending.mended();
    }

    /** Whether anything weighs more than a doubt. */
    public static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }
}
