/**
 * The courses a person has put beside the one that came with Loupe. Start with {@link
 * loupe.library.Library}.
 */
package loupe.library;
