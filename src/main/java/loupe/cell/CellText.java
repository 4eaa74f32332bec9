package loupe.cell;

import java.util.Objects;

/** The code of one cell, under its id; its lines end with {@code \n}. */
public record CellText(String id, String code) {
    public CellText {
        Objects.requireNonNull(id);
        code = code.replace("\r\n", "\n").replace('\r', '\n');
    }
}
