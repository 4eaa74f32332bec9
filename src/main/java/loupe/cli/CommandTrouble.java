package loupe.cli;

/** A command that cannot be carried out; the message is the sentence to print. */
final class CommandTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    CommandTrouble(String sentence) {
        super(sentence);
    }
}
