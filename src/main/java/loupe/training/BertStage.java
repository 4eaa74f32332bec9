package loupe.training;

/**
 * What a part of a BERT's training is about.
 *
 * @param length the most tokens a text has
 * @param books part of the texts that come from books
 * @param pronouns part of the generated passages that are drawn for their pronouns
 * @param reference what a pronoun that is asked for the word it stands for weighs, next to a hidden
 *     word
 */
record BertStage(int length, double books, double pronouns, float reference) {}
