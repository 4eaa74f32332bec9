package loupe.cell;

/**
 * A place in the code of a cell.
 *
 * @param cell which of the cells that were put together, counted from 0; the last is the one that
 *     was asked for
 * @param line counted from 0
 * @param from where in the line it begins, counted from 0
 * @param to the first character behind it, in the same line
 */
public record CellPlace(int cell, int line, int from, int to) {}
