/** The lesson format: parse, order, check, render. Start with {@link loupe.lesson.Course#open}. */
package loupe.lesson;
