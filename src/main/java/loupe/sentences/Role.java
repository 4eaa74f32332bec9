package loupe.sentences;

/** The part a marked word plays. */
public enum Role {
    /** The noun that the verb agrees with; its note is its number, singular or plural. */
    SUBJECT,
    /** A noun between subject and verb; its note is its number. */
    ATTRACTOR,
    /** The verb that agrees; its note is the form for the other number. */
    VERB,
    /** The noun or name that the pronoun stands for. */
    ANTECEDENT,
    /** A pronoun; there is one antecedent in the passage. */
    PRONOUN,
    /** A word with two meanings; its note is the one it has here. */
    SENSE,
    /** A name that comes back; marked where it comes back. */
    NAME
}
