package loupe.lesson;

import java.util.Objects;

/** One thing that marks are given for: an entry of a rubric. */
public record Criterion(String key, String text, int points) {
    public Criterion {
        Objects.requireNonNull(text);
        if (!Ids.isQuestion(key) || points < 0) {
            throw new IllegalArgumentException("not a criterion: " + key + ", " + points);
        }
    }
}
