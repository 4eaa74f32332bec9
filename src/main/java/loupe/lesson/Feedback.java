package loupe.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When a choice or a number says whether it is right. */
public enum Feedback {
    IMMEDIATE("immediate"),
    AFTER_HAND_IN("after-handin"),
    NEVER("never");

    private final String word;

    Feedback(String word) {
        this.word = word;
    }

    static Optional<Feedback> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The words in a lesson. */
    static List<String> words() {
        return Arrays.stream(values()).map(each -> each.word).toList();
    }
}
