/**
 * The tools of those who write courses: check, mend, begin, pack, export, watch. Start with {@link
 * loupe.author.Lint}.
 */
package loupe.author;
