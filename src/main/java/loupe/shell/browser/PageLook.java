package loupe.shell.browser;

/**
 * How a page is to look from its first paint on.
 *
 * @param theme light or dark
 * @param textSize in percent
 */
public record PageLook(String theme, int textSize) {}
