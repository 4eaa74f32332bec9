package loupe.experiment;

import loupe.token.Token;

/**
 * A token as a page shows it; see {@link Token}, whose plain copy it is.
 *
 * @param text the characters it came from, leading space kept
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
        int type) {

    static Piece of(Token token) {
        return new Piece(
                token.id(),
                token.text(),
                token.start(),
                token.end(),
                token.special(),
                token.part(),
                token.parts(),
                token.segment(),
                token.type());
    }
}
