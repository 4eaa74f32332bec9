package loupe.lesson;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an id may look like. Answers are filed under ids, so they are plain in every file system.
 */
final class Ids {
    private static final Pattern COURSE = Pattern.compile("[a-z0-9-]{3,64}");
    private static final Pattern QUESTION = Pattern.compile("[a-z0-9-]{1,64}");

    private Ids() {}

    /** Whether it can be the id of a course or a lesson. */
    static boolean isLesson(String id) {
        return COURSE.matcher(id).matches();
    }

    /** Whether it can be the id of a question or an experiment. */
    static boolean isQuestion(String id) {
        return QUESTION.matcher(id).matches();
    }

    /** A text turned into an id: letters and digits of any script, everything else a hyphen. */
    static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "section" : slug;
    }
}
