package loupe.sentences.german;

import java.util.List;

/** A first name, the same in both languages. */
record Name(String text, Slot slot) implements Nominal {

    static final List<String> ALL =
            List.of(
                    "Anna", "Peter", "Maria", "Paul", "Lisa", "Tom", "Julia", "Ben", "Emma",
                    "Karl");

    static Name of(String text) {
        return new Name(text, Slot.ofGrammar());
    }

    @Override
    public List<Word> english(boolean subject) {
        return List.of(new Word(text, slot));
    }

    @Override
    public List<Word> german(Case in) {
        return List.of(new Word(text, slot));
    }

    @Override
    public Person person() {
        return Person.THIRD;
    }
}
