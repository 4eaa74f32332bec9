package loupe.training;

/**
 * A part of a training run, in which sequences are of one length and made of the same things.
 *
 * @param until where it ends, as a part of the run, 0 to 1
 * @param fallen how much of the learning rate's way down is behind by then, 0 to 1
 * @param shortened whether sequences are half as long as the context
 * @param repeats part of the sequences in which a piece is repeated
 * @param sentences part of the sequences that are generated sentences; the rest is text
 * @param dropout how many of the numbers inside the model are set to 0, 0 to 1
 */
record Stage(
        double until,
        double fallen,
        boolean shortened,
        double repeats,
        double sentences,
        double dropout) {

    /** Text alone, beside the repeats. */
    Stage withoutSentences() {
        return new Stage(until, fallen, shortened, repeats, 0, dropout);
    }
}
