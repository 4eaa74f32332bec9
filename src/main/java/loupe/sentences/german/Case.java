package loupe.sentences.german;

/** The cases of German that these sentences use. */
enum Case {
    NOMINATIVE,
    ACCUSATIVE,
    DATIVE
}
