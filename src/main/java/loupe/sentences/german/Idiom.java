package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;

/**
 * A fixed expression. Spaces part units that translate each other, in the same order in both
 * languages; an underscore stands between the words of a unit: "in_the evening", "am Abend".
 */
record Idiom(String english, String german) {

    Idiom {
        if (units(english).length != units(german).length) {
            throw new IllegalArgumentException(english + " and " + german + " do not pair up");
        }
    }

    /** To be said once: another time it has other slots. */
    Phrase phrase() {
        List<Word> first = new ArrayList<>();
        List<Word> second = new ArrayList<>();
        for (int i = 0; i < units(english).length; i++) {
            Slot slot = Slot.ofGrammar();
            first.addAll(Word.all(units(english)[i], slot));
            second.addAll(Word.all(units(german)[i], slot));
        }
        return new Phrase(first, second);
    }

    private static String[] units(String text) {
        return text.split(" ");
    }
}
