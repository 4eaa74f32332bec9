/**
 * Vocabularies learnt from texts, byte pairs and WordPiece, and the files that tokenizers read.
 *
 * <p>Start with {@link loupe.vocabulary.BpeLearner} and {@link loupe.vocabulary.WordPieceLearner};
 * what they give cuts texts itself, so that a model can learn from millions of words.
 */
package loupe.vocabulary;
