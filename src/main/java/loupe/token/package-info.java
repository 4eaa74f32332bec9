/**
 * Text to pieces and back; every piece knows the characters it came from.
 *
 * <p>Start with {@link loupe.token.Tokenizer}.
 */
package loupe.token;
