package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list: "apples, bread and milk". */
record Several(List<NounPhrase> parts, Slot and) implements Nominal {

    Several {
        parts = List.copyOf(parts);
    }

    static Several of(List<NounPhrase> parts) {
        return new Several(parts, Slot.ofGrammar());
    }

    @Override
    public List<Word> english(boolean subject) {
        return joined("and", part -> part.english(subject));
    }

    @Override
    public List<Word> german(Case in) {
        return joined("und", part -> part.german(in));
    }

    private List<Word> joined(String conjunction, Function<NounPhrase, List<Word>> words) {
        List<Word> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                all.add(i < parts.size() - 1 ? Word.COMMA : new Word(conjunction, and));
            }
            all.addAll(words.apply(parts.get(i)));
        }
        return all;
    }

    @Override
    public Person person() {
        return Person.PLURAL;
    }

    @Override
    public boolean isDefinite() {
        return parts.stream().allMatch(NounPhrase::isDefinite);
    }
}
