package loupe.experiment;

import java.util.List;
import loupe.token.Token;

/**
 * A token as a page shows it; see {@link Token}, whose plain copy it is.
 *
 * @param text the characters it came from, leading space kept
 * @param word which word of the run's text it belongs to, counted from 0; a mark is one of its own
 */
public record Piece(
        long id,
        String text,
        int start,
        int end,
        boolean special,
        int part,
        int parts,
        int segment,
        int type,
        boolean continues,
        int word) {

    static Piece of(Token token, int word) {
        return new Piece(
                token.id(),
                token.text(),
                token.start(),
                token.end(),
                token.special(),
                token.part(),
                token.parts(),
                token.segment(),
                token.type(),
                token.continues(),
                word);
    }

    /** The tokens of a run in their order. */
    static List<Piece> all(List<Token> tokens) {
        return WordCount.pieces(tokens);
    }
}
