/**
 * The writeup: store, save while typing, read back. Start with {@link
 * loupe.answer.AnswerSaver#open}.
 */
package loupe.answer;
