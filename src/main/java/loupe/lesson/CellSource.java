package loupe.lesson;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/**
 * A cell and what it uses as one class that a compiler takes: imports at the top, methods and types
 * as members, statements in a method. Each line knows which of the cell's own it is.
 *
 * <pre>
 *   imports
 *   class Cell {
 *       methods and types that are used
 *       void run() throws Throwable {
 *           statements that are used
 *           the cell itself; methods and types in a class of their own, so that they see the above
 *       }
 *   }
 * </pre>
 */
final class CellSource extends SimpleJavaFileObject {
    private static final Pattern IMPORT =
            Pattern.compile("\\s*import\\s+(static\\s+)?[\\w.]+(\\.\\*)?\\s*;\\s*");

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Optional<Cell.Line>> origins = new ArrayList<>();

    /** A cell that is part of it: whether its code is statements, or methods and types. */
    record Part(Cell cell, boolean statements) {}

    CellSource(List<Part> used, Part own) {
        super(URI.create("string:///Cell.java"), Kind.SOURCE);
        used.forEach(each -> imports(each.cell(), false));
        imports(own.cell(), true);
        ours("class Cell {");
        used.stream().filter(each -> !each.statements()).forEach(each -> body(each.cell(), false));
        ours("void run() throws Throwable {");
        used.stream().filter(Part::statements).forEach(each -> body(each.cell(), false));
        if (!own.statements()) {
            ours("class Here {");
        }
        body(own.cell(), true);
        ours(own.statements() ? "}}" : "}}}");
    }

    private void imports(Cell cell, boolean own) {
        for (Cell.Line each : cell.lines()) {
            if (IMPORT.matcher(each.text()).matches()) {
                add(each.text(), own ? Optional.of(each) : Optional.empty());
            }
        }
    }

    private void body(Cell cell, boolean own) {
        for (Cell.Line each : cell.lines()) {
            if (!IMPORT.matcher(each.text()).matches()) {
                add(each.text(), own ? Optional.of(each) : Optional.empty());
            }
        }
    }

    private void ours(String line) {
        add(line, Optional.empty());
    }

    private void add(String line, Optional<Cell.Line> origin) {
        starts.add(text.length());
        origins.add(origin);
        text.append(line).append('\n');
    }

    /** Where an offset lies in the cell's own code: the line, and how far into it. */
    record Place(Cell.Line line, int column) {}

    Optional<Place> place(long offset) {
        int at = starts.size() - 1;
        while (at > 0 && starts.get(at) > offset) {
            at--;
        }
        int column = (int) (offset - starts.get(at));
        return origins.get(at).map(line -> new Place(line, column));
    }

    /** The end of the cell's own code, for what the compiler misses there. */
    Optional<Place> end() {
        for (int i = origins.size() - 1; i >= 0; i--) {
            Optional<Cell.Line> line = origins.get(i).filter(each -> !each.text().isBlank());
            if (line.isPresent()) {
                return line.map(each -> new Place(each, each.text().stripTrailing().length()));
            }
        }
        return Optional.empty();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
