package loupe.lesson;

import java.util.Objects;

/**
 * A question that wants a text, in Markdown. Word limits warn, they never block; {@code evidence}
 * is the experiment whose view belongs into the answer, empty where there is none.
 */
public record Writeup(Stem stem, Limits words, String evidence) implements Question {
    public Writeup {
        Objects.requireNonNull(stem);
        Objects.requireNonNull(words);
        Objects.requireNonNull(evidence);
    }

    @Override
    public String label() {
        return "Writeup";
    }

    @Override
    public String block() {
        return "writeup";
    }

    @Override
    public String invitation() {
        return "Write your answer";
    }

    /** The number of words an answer should have: 0 means that the author set no limit. */
    public record Limits(int least, int most) {
        public static final Limits NONE = new Limits(0, 0);

        public Limits {
            if (least < 0 || most < 0) {
                throw new IllegalArgumentException("words below zero: " + least + ", " + most);
            }
        }
    }
}
