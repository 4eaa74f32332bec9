package loupe.shell.browser;

import com.google.gson.Gson;
import java.util.List;

/**
 * What a person made of the code of a Java cell, for the page.
 *
 * @param older whether the lesson's own code has changed since
 */
public record PageCode(String cell, String code, boolean older) {

    private record All(String lesson, List<PageCode> cells) {}

    /** As {@code window.loupe.code} takes it. */
    public static String json(String lesson, List<PageCode> cells) {
        return new Gson().toJson(new All(lesson, cells));
    }
}
