package loupe.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import loupe.model.Anatomy;
import loupe.token.Token;

/**
 * What a model should have said: at these places of its text, these tokens.
 *
 * @param reads whether it reads on, so that each token is the answer to the ones before it; else a
 *     hidden word is asked for
 */
record Right(boolean reads, long[] places, long[] ids) {
    private static final String MASK = "[MASK]";

    /**
     * @throws Advice if the model guesses no words, or nothing says which would be right
     */
    static Right of(OpenModel model, Inputs inputs, Optional<String> answer) throws Advice {
        if (model.model().anatomy().kind() == Anatomy.Kind.ENCODER_DECODER) {
            throw new Advice(
                    model.id()
                            + " reads one text and writes another: choose a model of one text"
                            + " here.");
        }
        if (model.model().wordHead().isEmpty()) {
            throw new Advice(
                    model.id() + " guesses no words, so nothing says what it should learn.");
        }
        return model.model().anatomy().kind() == Anatomy.Kind.DECODER
                ? next(inputs.tokens())
                : masked(model, inputs.tokens(), answer);
    }

    private static Right next(List<Token> tokens) throws Advice {
        if (tokens.size() < 2) {
            throw new Advice("One token has no next one to be guessed: write a few words more.");
        }
        return new Right(
                true,
                IntStream.range(0, tokens.size() - 1).asLongStream().toArray(),
                tokens.stream().skip(1).mapToLong(Token::id).toArray());
    }

    private static Right masked(OpenModel model, List<Token> tokens, Optional<String> answer)
            throws Advice {
        long[] places =
                IntStream.range(0, tokens.size())
                        .filter(i -> isMask(tokens.get(i)))
                        .asLongStream()
                        .toArray();
        if (places.length != 1) {
            throw new Advice(
                    ("%s guesses a hidden word: put %s once into the text, where the word is to be"
                                    + " guessed.")
                            .formatted(model.id(), MASK));
        }
        if (answer.isEmpty()) {
            throw new Advice("Say which word is right at " + MASK + ".");
        }
        List<Token> word =
                model.tokenizer().encode(answer.get()).stream().filter(t -> !t.special()).toList();
        if (word.size() != 1) {
            throw new Advice(
                    "\"%s\" is %d tokens for %s: choose a word that is one."
                            .formatted(answer.get(), word.size(), model.id()));
        }
        return new Right(false, places, new long[] {word.get(0).id()});
    }

    /** RoBERTa writes its mask in other brackets. */
    static boolean isMask(Token token) {
        return token.text().equals(MASK) || token.text().equals("<mask>");
    }
}
