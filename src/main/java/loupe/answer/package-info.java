/** The writeup: store, save while typing, read back. */
package loupe.answer;
