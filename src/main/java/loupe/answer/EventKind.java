package loupe.answer;

import java.util.Arrays;
import java.util.Optional;

/**
 * What happened to an answer. Only drafts are ever thinned out. A hand-in, a conflict and a hint
 * stand beside the answer: it goes on as it was.
 */
public enum EventKind {
    DRAFT("draft"),
    HAND_IN("hand-in"),
    RESET("reset"),
    RESTORE("restore"),
    CONFLICT("conflict"),
    /** A hint was opened; its number, from 1, is the body. */
    HINT("hint");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** The word in the file. */
    String word() {
        return word;
    }

    /** Whether an event of this kind becomes the answer in force. */
    boolean isHead() {
        return this == DRAFT || this == RESET || this == RESTORE;
    }

    static Optional<EventKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
