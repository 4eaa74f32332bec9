package loupe.lesson;

import java.util.List;
import java.util.Objects;

/**
 * A question of a lesson. The prompt is held as the author wrote it ({@code prompt}, Markdown,
 * without its hints) and as the page shows it ({@code promptHtml}). Points and word limits are 0
 * where the author set none; {@code evidence} and {@code was} are empty where there are none.
 * Limits warn, they never block.
 */
public record Question(
        String id,
        Kind kind,
        String prompt,
        String promptHtml,
        int points,
        Limits words,
        String evidence,
        String was,
        List<String> hints) {

    public Question {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(promptHtml);
        Objects.requireNonNull(words);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(was);
        hints = List.copyOf(hints);
        prompt = prompt.strip();
        if (!Ids.isQuestion(id)) {
            throw new IllegalArgumentException("not a question id: " + id);
        }
        if (points < 0) {
            throw new IllegalArgumentException("points below zero: " + points);
        }
    }

    /** SHA-256 of the prompt as the author wrote it, 64 hexadecimal digits. */
    public String promptSha256() {
        return Sha256.of(prompt);
    }

    /** What sort of answer a question wants. */
    public enum Kind {
        WRITEUP("Writeup");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word a person reads. */
        public String label() {
            return label;
        }
    }

    /** The number of words an answer should have: 0 means that the author set no limit. */
    public record Limits(int least, int most) {
        public Limits {
            if (least < 0 || most < 0) {
                throw new IllegalArgumentException("words below zero: " + least + ", " + most);
            }
        }
    }
}
