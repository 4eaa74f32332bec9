package loupe.cell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/** What the compiler says of the class that was made, as mistakes in the cells. */
final class Mistakes {
    private Mistakes() {}

    /** All of them, as the compiler tells them. */
    static List<CellMistake> of(DiagnosticCollector<JavaFileObject> told, CellSource source) {
        return told.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> new CellMistake(place(each, source), words(each)))
                .toList();
    }

    private static CellPlace place(Diagnostic<?> mistake, CellSource source) {
        Optional<CellOffset> at = source.at(mistake.getPosition());
        if (at.isEmpty()) {
            return end(source.cells());
        }
        CellOffset start = source.at(mistake.getStartPosition()).orElse(at.get());
        int end =
                source.at(mistake.getEndPosition())
                        .map(CellOffset::offset)
                        .orElse(Integer.MAX_VALUE);
        CellPlace place = at.get().place(source.cells(), end);
        CellPlace first = start.place(source.cells(), end);
        boolean oneLine = first.cell() == place.cell() && first.line() == place.line();
        int from = oneLine ? Math.min(first.from(), place.from()) : place.from();
        return new CellPlace(place.cell(), place.line(), from, Math.max(from + 1, place.to()));
    }

    /** What is told of code that it does not come to an end with. */
    static CellMistake tooMuch(List<CellText> cells) {
        String says = "the compiler gave up on this code: make it simpler";
        return new CellMistake(end(cells), says);
    }

    /** The end of the last cell, for what is missed there. */
    private static CellPlace end(List<CellText> cells) {
        int own = cells.size() - 1;
        int end = cells.get(own).code().stripTrailing().length();
        CellPlace place = new CellOffset(own, end).place(cells, end);
        return new CellPlace(own, place.line(), place.from(), place.from() + 1);
    }

    /** The compiler's first line, and the name where it is about one; never our own class. */
    private static String words(Diagnostic<?> mistake) {
        List<String> lines = mistake.getMessage(Locale.ENGLISH).lines().toList();
        return lines.get(0)
                        .replace(CellSource.CLASS + ".", "")
                        .replace(" in class " + CellSource.CLASS, "")
                + lines.stream()
                        .filter(each -> each.strip().startsWith("symbol:"))
                        .map(each -> " (" + each.replaceFirst("\\s*symbol:\\s*", "").strip() + ")")
                        .findFirst()
                        .orElse("");
    }
}
