package loupe.sentences.german;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A word in one of the languages, with the slots it speaks for; none for what is only form. */
record Word(String text, Set<Slot> slots) {

    static final Word COMMA = new Word(",");

    Word {
        slots = Set.copyOf(slots);
        if (text.isBlank() || text.contains(" ")) {
            throw new IllegalArgumentException("\"" + text + "\" is not one word");
        }
    }

    Word(String text, Slot... slots) {
        this(text, Set.of(slots));
    }

    /** Words written with underscores between them, all for the same slots. */
    static List<Word> all(String text, Slot... slots) {
        return Arrays.stream(text.split("_")).map(word -> new Word(word, slots)).toList();
    }

    /** This word grown together with the one after it, as "in dem" is to "im". */
    Word with(Word other, String text) {
        Set<Slot> both = new LinkedHashSet<>(slots);
        both.addAll(other.slots);
        return new Word(text, both);
    }

    boolean isMark() {
        return !Character.isLetterOrDigit(text.charAt(0));
    }
}
