/**
 * Sentences from a grammar, seeded, with what is known of them: where the pronoun and its
 * antecedent stand, which reading a word has. Start with {@link loupe.sentences.English}; another
 * language brings its own templates to {@link loupe.sentences.Grammar}.
 */
package loupe.sentences;
