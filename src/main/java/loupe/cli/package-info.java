/** The command line: one class per command. */
package loupe.cli;
