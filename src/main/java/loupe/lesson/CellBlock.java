package loupe.lesson;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** The place of a Java cell on the page, and in its file. */
final class CellBlock extends CustomBlock {
    private final Cell cell;
    private final Source source;
    private final Spot head;
    private final List<Line> lines;
    private final boolean complete;

    /**
     * @param complete whether all that it uses is there
     */
    CellBlock(Cell cell, Source source, Spot head, List<Line> lines, boolean complete) {
        this.cell = cell;
        this.source = source;
        this.head = head;
        this.lines = List.copyOf(lines);
        this.complete = complete;
    }

    /** A line of code in its file; {@code line} and {@code column} count from 0. */
    record Line(int line, int column) {}

    Cell cell() {
        return cell;
    }

    /** Whether it can compile at all: one cause has one message. */
    boolean isComplete() {
        return complete;
    }

    /** Where it begins. */
    Spot head() {
        return head;
    }

    Source source() {
        return source;
    }

    /** A place in its code. */
    Spot spot(int line, int from, int to) {
        Line here = lines.get(Math.min(line, lines.size() - 1));
        return source.spot(here.line(), here.column() + from, Math.max(1, to - from));
    }
}
