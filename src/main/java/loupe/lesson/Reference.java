package loupe.lesson;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A model answer that students may see, and when. */
public record Reference(Show show, String html) {
    public Reference {
        Objects.requireNonNull(show);
        Objects.requireNonNull(html);
    }

    /** The moment from which something is shown. */
    public enum Show {
        AFTER_ANSWER("after-answer"),
        AFTER_HAND_IN("after-handin");

        private final String word;

        Show(String word) {
            this.word = word;
        }

        /** The word in a lesson. */
        String word() {
            return word;
        }

        static Optional<Show> of(String word) {
            return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
        }
    }
}
