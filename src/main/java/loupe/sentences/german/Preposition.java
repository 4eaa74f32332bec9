package loupe.sentences.german;

import java.util.List;
import java.util.Map;

/** A preposition with the case it takes; German ones grow together with some articles. */
record Preposition(String english, String german, Case in) {

    private static final Map<String, String> GROWN =
            Map.of(
                    "in dem", "im",
                    "in das", "ins",
                    "zu dem", "zum",
                    "zu der", "zur",
                    "an dem", "am",
                    "von dem", "vom",
                    "bei dem", "beim");

    /** Before that noun phrase. */
    Phrase with(Nominal nominal) {
        Slot slot = Slot.ofGrammar();
        Word word = new Word(german, slot);
        List<Word> rest = nominal.german(in);
        Word first = rest.get(0);
        String grown = GROWN.get(german + " " + first.text());
        List<Word> said =
                grown == null
                        ? Phrase.joined(List.of(word), rest)
                        : Phrase.joined(
                                List.of(word.with(first, grown)), rest.subList(1, rest.size()));
        return new Phrase(Phrase.joined(Word.all(english, slot), nominal.english(false)), said);
    }
}
