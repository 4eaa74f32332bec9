package loupe.training;

/**
 * Two texts as tokens without special ones; the second may be empty.
 *
 * @param kind what the masks in it are for
 */
record TextPair(int[] first, int[] second, Follows follows, Kind kind) {

    enum Kind {
        BOOK,
        SENTENCES,
        /** The second text is the first one once more. */
        COPY
    }

    /** With the special tokens. */
    int length() {
        return first.length + second.length + (second.length == 0 ? 2 : 3);
    }
}
