/**
 * The writeup: the questions of a lesson with the editors of their answers, and what belongs to
 * them. Start with {@link loupe.shell.writeup.Writeups}.
 */
package loupe.shell.writeup;
