/** Chromium: the only code that has heard of it. */
package loupe.shell.browser;
