/** The palette and the four type sizes as Swing sees them, and two ways to lay things out. */
package loupe.shell.look;
