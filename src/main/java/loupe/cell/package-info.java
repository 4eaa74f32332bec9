/**
 * Java in a lesson: cells put together to one class, compiled, and run in a process without rights.
 * Start with {@link loupe.cell.CellCompiler} and {@link loupe.cell.CellRun}.
 */
package loupe.cell;
