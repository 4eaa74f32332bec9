package loupe.sentences.german;

import java.util.List;

/** The pronoun that a relative clause starts with; its gender is that of what it refers to. */
record Relative(boolean isPerson, Gender gender, Slot slot) implements Nominal {

    static Relative to(NounPhrase phrase) {
        boolean person = phrase.noun().kinds().contains("person");
        return new Relative(person, phrase.gender(), Slot.ofGrammar());
    }

    @Override
    public List<Word> english(boolean subject) {
        return List.of(new Word(isPerson && subject ? "who" : "that", slot));
    }

    @Override
    public List<Word> german(Case in) {
        return List.of(new Word(Endings.relative(gender, in), slot));
    }

    @Override
    public Person person() {
        return gender == Gender.PLURAL ? Person.PLURAL : Person.THIRD;
    }
}
