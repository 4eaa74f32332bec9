package loupe.cell;

/** Why a cell cannot be compiled: what the compiler says, in one line, and of which place. */
public record CellMistake(CellPlace at, String message) {}
