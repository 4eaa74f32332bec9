package loupe.training;

import java.util.Optional;

/**
 * Two texts as tokens without special ones; the second may be empty.
 *
 * @param reference what a pronoun in them stands for, where that is known
 */
record TextPair(
        int[] first, int[] second, Follows follows, Kind kind, Optional<Reference> reference) {

    enum Kind {
        BOOK,
        SENTENCES,
        /** The second text is the first one once more. */
        COPY
    }

    /**
     * @param pronoun its place among the tokens of both texts
     * @param antecedent the token of the word it stands for
     */
    record Reference(int pronoun, int antecedent) {}

    TextPair(int[] first, int[] second, Follows follows, Kind kind) {
        this(first, second, follows, kind, Optional.empty());
    }

    /** With the special tokens. */
    int length() {
        return first.length + second.length + (second.length == 0 ? 2 : 3);
    }

    /** Among the special tokens, the place of a token of both texts. */
    int joined(int place) {
        return place + (place < first.length ? 1 : 2);
    }
}
