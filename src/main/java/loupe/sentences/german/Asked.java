package loupe.sentences.german;

import java.util.List;

/** Who or what a question asks for. */
record Asked(boolean isPerson, Slot slot) implements Nominal {

    private static final List<String> WHO = List.of("wer", "wen", "wem");

    static Asked who() {
        return new Asked(true, Slot.ofGrammar());
    }

    static Asked what() {
        return new Asked(false, Slot.ofGrammar());
    }

    @Override
    public List<Word> english(boolean subject) {
        return List.of(new Word(isPerson ? "who" : "what", slot));
    }

    @Override
    public List<Word> german(Case in) {
        return List.of(new Word(isPerson ? WHO.get(in.ordinal()) : "was", slot));
    }

    @Override
    public Person person() {
        return Person.THIRD;
    }
}
