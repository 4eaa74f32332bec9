package loupe.answer;

import java.util.Objects;

/** An answer with what it is filed under and the prompt it was written for (empty if unknown). */
public record Filed(QuestionKey key, Draft draft, String prompt) {
    public Filed {
        Objects.requireNonNull(key);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(prompt);
    }
}
