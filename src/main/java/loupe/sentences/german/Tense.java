package loupe.sentences.german;

/** When something happens. English past and perfect are both a German perfect, as people speak. */
enum Tense {
    PRESENT,
    PAST,
    PERFECT,
    FUTURE
}
