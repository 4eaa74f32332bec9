package loupe.training;

/**
 * Whether the second text of a pair goes on from the first; the class that BERT's next-sentence
 * head gives it.
 */
enum Follows {
    YES,
    NO,
    /** Nobody asks: there is no second text, or it says nothing. */
    UNASKED
}
