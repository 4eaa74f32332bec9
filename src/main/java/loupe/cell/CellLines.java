package loupe.cell;

import java.util.List;
import java.util.Optional;

/** Which line of which cell a line of the class is that was made of them. */
public final class CellLines {
    private final List<CellText> cells;
    private final List<Optional<CellOffset>> starts;

    /**
     * @param starts the first letter of each line of the class, where it is one of a cell
     */
    CellLines(List<CellText> cells, List<Optional<CellOffset>> starts) {
        this.cells = List.copyOf(cells);
        this.starts = List.copyOf(starts);
    }

    /**
     * The line of the cell, from its first letter on.
     *
     * @param line of the class, counted from 1
     */
    public Optional<CellPlace> of(int line) {
        return line < 1 || line > starts.size()
                ? Optional.empty()
                : starts.get(line - 1).map(each -> each.place(cells, Integer.MAX_VALUE));
    }

    List<Optional<CellOffset>> starts() {
        return starts;
    }
}
