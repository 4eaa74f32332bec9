package loupe.sentences.german;

/**
 * One place in a sentence before it is said in any language: what words of both languages have in
 * common when one translates the other. Two slots are never equal.
 */
final class Slot {
    private final String filling;

    private Slot(String filling) {
        this.filling = filling;
    }

    /** For a noun, verb or adjective. */
    static Slot of(String filling) {
        return new Slot(filling);
    }

    /** For a word of grammar, such as an article. */
    static Slot ofGrammar() {
        return new Slot("");
    }

    /** The English word in its basic form; empty for a word of grammar. */
    String filling() {
        return filling;
    }
}
