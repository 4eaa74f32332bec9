package loupe.lesson;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Compiles Java cells with the JDK's own compiler, as far as finding their mistakes: no annotation
 * processor runs, no class is made, nothing is executed, and only the JDK's classes are seen.
 */
final class CellCheck {
    private static final List<String> FLAGS =
            List.of("-proc:none", "-implicit:none", "-Xlint:none", "-nowarn");

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;
    private final Map<Cell, Boolean> statements = new HashMap<>();

    private CellCheck(JavaCompiler compiler, StandardJavaFileManager files) {
        this.compiler = compiler;
        this.files = files;
    }

    /** The first mistake of each cell; without a compiler, one warning that says so. */
    static List<Finding> check(List<Cell> cells, Optional<JavaCompiler> compiler) {
        if (cells.isEmpty()) {
            return List.of();
        }
        Findings findings = new Findings();
        if (compiler.isEmpty()) {
            findings.warning(
                    "J001",
                    cells.get(0).head(),
                    "Java cells are not checked, because this Java has no compiler",
                    "start Loupe with a JDK, which has one",
                    List.of());
            return findings.inOrder();
        }
        try (StandardJavaFileManager files =
                compiler.get()
                        .getStandardFileManager(
                                ignored -> {}, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_PATH, List.of());
            CellCheck check = new CellCheck(compiler.get(), files);
            cells.forEach(each -> check.check(each, cells, findings));
        } catch (IOException e) {
            throw new IllegalStateException("an empty class path cannot fail", e);
        }
        return findings.inOrder();
    }

    private void check(Cell cell, List<Cell> all, Findings findings) {
        List<CellSource.Part> used = new ArrayList<>();
        use(cell, all, used);
        CellSource source = new CellSource(used, part(cell));
        Optional<Diagnostic<? extends JavaFileObject>> first =
                compile(source).stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .filter(each -> isOwn(each, source))
                        .findFirst();
        first.ifPresent(each -> tell(each, cell, source, findings));
    }

    /** What a cell uses, and what that uses, each once and before who uses it. */
    private void use(Cell cell, List<Cell> all, List<CellSource.Part> used) {
        for (Cell each : all.subList(0, all.indexOf(cell))) {
            boolean wanted = each.source() == cell.source() && cell.uses().contains(each.id());
            if (wanted && used.stream().noneMatch(part -> part.cell() == each)) {
                use(each, all, used);
                used.add(part(each));
            }
        }
    }

    private CellSource.Part part(Cell cell) {
        return new CellSource.Part(
                cell, statements.computeIfAbsent(cell, this::isMadeOfStatements));
    }

    /** Code that can be read both ways is taken for statements, and so is what cannot be read. */
    private boolean isMadeOfStatements(Cell cell) {
        return parses(new CellSource(List.of(), new CellSource.Part(cell, true)))
                || !parses(new CellSource(List.of(), new CellSource.Part(cell, false)));
    }

    private boolean parses(CellSource source) {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try {
            task(source, told).parse();
            return told.getDiagnostics().isEmpty();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            return false;
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(CellSource source) {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try {
            task(source, told).analyze();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            System.getLogger(CellCheck.class.getName())
                    .log(System.Logger.Level.DEBUG, "The compiler gave up", failure);
        }
        return told.getDiagnostics();
    }

    private JavacTask task(CellSource source, DiagnosticCollector<JavaFileObject> told) {
        return (JavacTask) compiler.getTask(null, files, told, FLAGS, null, Set.of(source));
    }

    private static boolean isOwn(Diagnostic<?> mistake, CellSource source) {
        return source.place(mistake.getPosition()).isPresent() || isAtEnd(mistake);
    }

    /** A brace that is missing is missed behind the cell. */
    private static boolean isAtEnd(Diagnostic<?> mistake) {
        return mistake.getCode().equals("compiler.err.premature.eof");
    }

    private static void tell(
            Diagnostic<?> mistake, Cell cell, CellSource source, Findings findings) {
        CellSource.Place place =
                source.place(mistake.getPosition())
                        .or(source::end)
                        .orElseThrow(() -> new IllegalStateException("no line: " + mistake));
        int from =
                source.place(mistake.getStartPosition())
                        .filter(start -> start.line().equals(place.line()))
                        .map(CellSource.Place::column)
                        .orElse(place.column());
        int end =
                source.place(mistake.getEndPosition())
                        .filter(each -> each.line().equals(place.line()))
                        .map(CellSource.Place::column)
                        .orElse(place.line().text().stripTrailing().length());
        int column = Math.min(from, place.column());
        Spot spot =
                cell.source()
                        .spot(
                                place.line().line(),
                                place.line().column() + column,
                                Math.max(1, end - column));
        findings.error("J001", spot, "this Java does not compile: " + words(mistake));
    }

    /** The compiler's first line, and the name where it is about one; never our own class. */
    private static String words(Diagnostic<?> mistake) {
        if (isAtEnd(mistake)) {
            return "a brace or bracket is never closed";
        }
        List<String> lines = mistake.getMessage(Locale.ENGLISH).lines().toList();
        return lines.get(0)
                + lines.stream()
                        .filter(each -> each.strip().startsWith("symbol:"))
                        .map(each -> " (" + each.replaceFirst("\\s*symbol:\\s*", "").strip() + ")")
                        .findFirst()
                        .orElse("");
    }
}
