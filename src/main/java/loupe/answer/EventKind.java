package loupe.answer;

import java.util.Arrays;
import java.util.Optional;

/** What happened to an answer. Only drafts are ever thinned out. */
public enum EventKind {
    DRAFT("draft"),
    HAND_IN("hand-in"),
    RESET("reset"),
    RESTORE("restore"),
    CONFLICT("conflict");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /** The word in the file. */
    String word() {
        return word;
    }

    static Optional<EventKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
