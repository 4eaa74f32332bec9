package loupe.sentences;

import java.util.List;
import java.util.Optional;

/** One or more sentences that belong together, with the words that something is known of. */
public record Passage(List<String> sentences, List<Mark> marks) {

    public Passage {
        sentences = List.copyOf(sentences);
        marks = List.copyOf(marks);
        int length = String.join(" ", sentences).length();
        if (sentences.isEmpty() || marks.stream().anyMatch(mark -> mark.end() > length)) {
            throw new IllegalArgumentException("marks outside " + sentences);
        }
    }

    /**
     * A passage from its marked form: sentences end with {@code |} where another follows, a word
     * with a role is {@code {role word}} or {@code {role word/note}}. The first letter of a
     * sentence becomes a capital.
     */
    static Passage of(String marked) {
        return new Markup(marked).passage();
    }

    /** The sentences with a space between them. */
    public String text() {
        return String.join(" ", sentences);
    }

    /** The first mark of the role. */
    public Optional<Mark> mark(Role role) {
        return marks.stream().filter(mark -> mark.role() == role).findFirst();
    }

    /** The word under a mark of this passage. */
    public String word(Mark mark) {
        return text().substring(mark.start(), mark.end());
    }
}
