package loupe.cell;

/**
 * A piece of a cell's code that stands for itself.
 *
 * @param from the offset of its first character
 * @param to the offset behind its last
 */
record Chunk(Kind kind, int from, int to) {

    enum Kind {
        IMPORT,
        /** A method, class, record, enum or interface. */
        MEMBER,
        /** A variable with its type. */
        VARIABLE,
        /** A variable declared with {@code var}. */
        VAR,
        /** Everything that is done. */
        STATEMENT
    }
}
