/**
 * English sentences with their German translations, by a grammar: gender, case, endings, the places
 * of the verb. Start with {@link loupe.sentences.german.PairGrammar}.
 */
package loupe.sentences.german;
