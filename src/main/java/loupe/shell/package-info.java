/** The window: contents, lesson, writeup, status line. */
package loupe.shell;
