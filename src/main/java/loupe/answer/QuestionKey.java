package loupe.answer;

import java.util.regex.Pattern;

/** What an answer is filed under. Folders and titles may change, these three may not. */
public record QuestionKey(String course, String lesson, String question) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    public QuestionKey {
        check(course);
        check(lesson);
        check(question);
    }

    private static void check(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }

    /** Whether these can be a key: what came from a file is looked at before it is trusted. */
    static boolean isKey(String course, String lesson, String question) {
        return ID.matcher(course).matches()
                && ID.matcher(lesson).matches()
                && ID.matcher(question).matches();
    }
}
