package loupe.sentences;

/** What the passages of the English grammar are about, as a matter of language. */
public enum Topic {
    /** Subject and verb with an attractor between them; marks the three. */
    AGREEMENT(4, Agreement.grammar()),
    /** A pronoun and the word before it that it stands for; marks both. */
    PRONOUNS(3, Pronouns.grammar()),
    /** A word with two meanings; marks it and says which. */
    SENSES(3, Senses.grammar()),
    /** Things one after the other. */
    LISTS(1, Lists.grammar()),
    /** What is, and what is not. */
    NEGATION(2, Negation.grammar()),
    /** Names that come back; marks where. */
    NAMES(2, Names.grammar()),
    /** Somebody does something somewhere. */
    SCENES(2, Scenes.grammar()),
    /** Two to four sentences, each of which goes on from the one before. */
    STORIES(4, Stories.grammar());

    private final int weight;
    private final Grammar<Passage> grammar;

    Topic(int weight, Grammar<Passage> grammar) {
        this.weight = weight;
        this.grammar = grammar;
    }

    /** How many of all passages are on this topic, next to the weights of the others. */
    int weight() {
        return weight;
    }

    Grammar<Passage> grammar() {
        return grammar;
    }
}
