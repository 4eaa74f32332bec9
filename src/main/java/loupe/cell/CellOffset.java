package loupe.cell;

import java.util.List;

/** A character of a cell: which cell, counted from 0, and which character. */
record CellOffset(int cell, int offset) {

    /** The place from here to an offset behind, or to the last letter of the line. */
    CellPlace place(List<CellText> cells, int end) {
        String code = cells.get(cell).code();
        int at = Math.min(offset, code.length());
        int start = code.lastIndexOf('\n', at - 1) + 1;
        int next = code.indexOf('\n', at);
        int stop =
                start
                        + code.substring(start, next < 0 ? code.length() : next)
                                .stripTrailing()
                                .length();
        int line = (int) code.substring(0, at).chars().filter(each -> each == '\n').count();
        return new CellPlace(cell, line, at - start, Math.max(at, Math.min(end, stop)) - start);
    }
}
