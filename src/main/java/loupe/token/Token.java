package loupe.token;

/**
 * A piece of a text. Where one character is spread over several tokens, as byte-level vocabularies
 * do with rare ones, each of them shows that character whole and says which part it is.
 *
 * @param text the characters it came from, exactly; for a token the text does not hold, its name
 * @param start first of them, in UTF-16 units of its text
 * @param end after the last of them
 * @param special whether it is a mark such as an end of text, rather than text
 * @param part which of the tokens that share characters this is, from 1
 * @param parts how many tokens share characters; 1 for nearly all
 * @param segment the text it came from: 0 for the first, 1 for the second of a pair; a mark that is
 *     in neither belongs to the text before it
 * @param type what the model is told about it (token_type_ids)
 * @param continues whether it goes on with a word, in a vocabulary that writes this as {@code ##}
 */
public record Token(
        long id,
        String text,
        int start,
        int end,
        boolean special,
        int part,
        int parts,
        int segment,
        int type,
        boolean continues) {

    public Token {
        if (start < 0 || end < start || part < 1 || parts < part || segment < 0 || segment > 1) {
            throw new IllegalArgumentException(
                    "no token: %d..%d, part %d of %d, segment %d"
                            .formatted(start, end, part, parts, segment));
        }
    }
}
