/** Words a dictionary does not know. Start with {@link loupe.spelling.Spelling}. */
package loupe.spelling;
