package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;

/** Words of one language beside the words of the other that say the same. */
record Phrase(List<Word> english, List<Word> german) {

    Phrase {
        english = List.copyOf(english);
        german = List.copyOf(german);
    }

    /** A fixed expression, as {@link Idiom} has it. */
    static Phrase of(String english, String german) {
        return new Idiom(english, german).phrase();
    }

    static Phrase of(Nominal nominal, boolean subject, Case in) {
        return new Phrase(nominal.english(subject), nominal.german(in));
    }

    /** One behind the other. */
    Phrase and(Phrase next) {
        return new Phrase(joined(english, next.english), joined(german, next.german));
    }

    static List<Word> joined(List<Word> first, List<Word> second) {
        List<Word> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
