package loupe.sentences;

/** The part a marked word plays. */
public enum Role {
    /** The noun that the verb agrees with. */
    SUBJECT,
    /** A noun between subject and verb, of the other number where it matters. */
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
