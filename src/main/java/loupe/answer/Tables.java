package loupe.answer;

/** The tables of an open record. */
record Tables(Rows rows, Overview overview, Shelf shelf, Ledger ledger) {

    /** Works on the tables. */
    @FunctionalInterface
    interface Work<T> {
        T on(Tables tables) throws java.sql.SQLException;
    }
}
