/** The lesson format: parse, order, check, render. */
package loupe.lesson;
