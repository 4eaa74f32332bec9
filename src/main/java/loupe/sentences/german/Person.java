package loupe.sentences.german;

/** What verbs agree with. The second person is the familiar "du"; the plural is that of "sie". */
enum Person {
    FIRST,
    SECOND,
    THIRD,
    PLURAL
}
