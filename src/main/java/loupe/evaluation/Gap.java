package loupe.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import loupe.token.Token;

/**
 * A text in which some tokens are hidden behind {@code [MASK]}.
 *
 * @param tokens as they are, not hidden
 * @param hidden their places, in ascending order
 * @param follows whether the second text goes on from the first, where there are two
 */
record Gap(List<Token> tokens, List<Integer> hidden, Optional<Boolean> follows) {

    /** As in BERT's training (Devlin et al. 2019, section 3.1). */
    private static final double SHARE = 0.15;

    Gap {
        tokens = List.copyOf(tokens);
        hidden = List.copyOf(hidden);
    }

    /** About 15 % of the tokens, and one at least. */
    static Gap of(List<Token> tokens, Optional<Boolean> follows, SplittableRandom random) {
        List<Integer> hidden = new ArrayList<>();
        while (hidden.isEmpty()) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!tokens.get(i).special() && random.nextDouble() < SHARE) {
                    hidden.add(i);
                }
            }
        }
        return new Gap(tokens, hidden, follows);
    }

    /** The tokens as the model sees them. */
    List<Token> seen(long mask) {
        List<Token> seen = new ArrayList<>(tokens);
        for (int place : hidden) {
            Token token = tokens.get(place);
            seen.set(
                    place,
                    new Token(
                            mask,
                            token.text(),
                            token.start(),
                            token.end(),
                            false,
                            token.part(),
                            token.parts(),
                            token.segment(),
                            token.type(),
                            token.continues()));
        }
        return seen;
    }
}
