package loupe.cell;

import java.util.Optional;

/** Which line of which cell a line of the class is that was made of them. */
public interface CellLines {

    /**
     * @param line of the class, counted from 1
     */
    Optional<CellPlace> of(int line);
}
