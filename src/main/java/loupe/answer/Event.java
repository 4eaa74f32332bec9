package loupe.answer;

import java.util.Objects;

/**
 * One entry of an answer's history. {@code revision} is the head it became, or 0 if it never was
 * one (what somebody else wrote in a conflict).
 */
public record Event(QuestionKey key, EventKind kind, Draft draft) {
    public Event {
        Objects.requireNonNull(key);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(draft);
    }
}
