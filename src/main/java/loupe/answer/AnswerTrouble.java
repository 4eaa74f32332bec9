package loupe.answer;

/** Answers that cannot be read or saved. The message is the sentence to show. */
public final class AnswerTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean damage;

    AnswerTrouble(String sentence, Throwable cause) {
        this(sentence, false, cause);
    }

    AnswerTrouble(String sentence, boolean damage, Throwable cause) {
        super(sentence, cause);
        this.damage = damage;
    }

    /** Whether the file itself is damaged, so that trying again with it is no use. */
    boolean isDamage() {
        return damage;
    }
}
