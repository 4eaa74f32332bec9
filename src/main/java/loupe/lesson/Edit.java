package loupe.lesson;

import java.util.Objects;

/**
 * A change that mends a finding without a person's judgement: from a line and column (from 1) on,
 * {@code width} characters give way to {@code text}, which may hold line breaks.
 */
public record Edit(int line, int column, int width, String text) {
    public Edit {
        Objects.requireNonNull(text);
        if (line < 1 || column < 1 || width < 0) {
            throw new IllegalArgumentException("an edit counts from 1: " + line + ":" + column);
        }
    }

    /** Another text in the place of what a spot means. */
    static Edit of(Spot spot, String text) {
        return new Edit(spot.line(), spot.column(), spot.width(), text);
    }
}
