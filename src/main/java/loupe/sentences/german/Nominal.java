package loupe.sentences.german;

import java.util.List;

/** What can be subject or object of a sentence. */
sealed interface Nominal permits Asked, Name, NounPhrase, Pronoun, Relative, Several {

    /**
     * @param subject whether it is one: "she", not "her"
     */
    List<Word> english(boolean subject);

    List<Word> german(Case in);

    Person person();

    /** Whether it stands first among the objects in German, and is known by its pronoun alone. */
    default boolean isPronoun() {
        return false;
    }

    /** Whether it is known what is spoken of: then "nicht" and "oft" come after it. */
    default boolean isDefinite() {
        return true;
    }

    /** Whether "kein" takes the place of its article in a negated sentence. */
    default boolean yieldsToNo() {
        return false;
    }

    /** The same with "kein", which speaks for the negation too. */
    default Nominal denied(Slot negation) {
        throw new IllegalStateException("nothing here yields to \"kein\"");
    }
}
