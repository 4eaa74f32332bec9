package loupe.lesson;

import java.util.List;
import java.util.Objects;

/**
 * A Java cell: statements, or methods and types.
 *
 * @param uses the ids of the cells above whose code it builds on
 * @param lines its code, each line with its place in the file
 */
record Cell(String id, List<String> uses, Spot head, List<Line> lines, Source source) {
    Cell {
        Objects.requireNonNull(id);
        uses = List.copyOf(uses);
        lines = List.copyOf(lines);
    }

    /** A line of code; {@code line} and {@code column} say where it begins, counted from 0. */
    record Line(String text, int line, int column) {}
}
