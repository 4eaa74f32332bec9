package loupe.shell.browser;

/**
 * How a page is to look from its first paint on.
 *
 * @param theme light or dark
 * @param textSize in percent
 * @param scroll where the reader left it, in CSS pixels from the top
 * @param keys the window's shortcuts, each a {@link KeyCode}, with spaces between
 */
public record PageLook(String theme, int textSize, int scroll, String keys) {}
