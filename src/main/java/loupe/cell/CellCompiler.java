package loupe.cell;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles cells with the JDK's own compiler, into memory: no annotation processor runs, nothing is
 * executed, and only the module {@code java.base} is seen.
 */
public final class CellCompiler implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-Xlint:none",
                    "-nowarn",
                    "--limit-modules",
                    "java.base");

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    private CellCompiler(JavaCompiler compiler) {
        this.compiler = compiler;
        files =
                compiler.getStandardFileManager(
                        ignored -> {}, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocation(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("an empty class path cannot fail", e);
        }
    }

    /** Whether this Java has one. */
    public static boolean exists() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /** The compiler of this Java; empty where it has none. */
    public static Optional<CellCompiler> find() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(CellCompiler::new);
    }

    /**
     * What comes of compiling.
     *
     * @param classes by their names; none where there is a mistake
     */
    public record Compiled(
            Map<String, byte[]> classes, Optional<CellMistake> mistake, CellLines lines) {}

    /**
     * Compiles cells.
     *
     * @param cells what is used, each before who uses it, and at last the cell that is asked for
     */
    public Compiled compile(List<CellText> cells) {
        Optional<CellMistake> unbalanced = unbalanced(cells, 0);
        CellSource source = CellSource.of(cells, unbalanced.isPresent() ? Map.of() : types(cells));
        if (unbalanced.isPresent()) {
            return new Compiled(Map.of(), unbalanced, source.lines());
        }
        Kept kept = new Kept(files);
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try {
            compiler.getTask(Writer.nullWriter(), kept, told, FLAGS, null, Set.of(source)).call();
        } catch (RuntimeException | StackOverflowError failure) {
            gaveUp(failure);
        }
        // What is wrong in a cell that is used makes mistakes in those that use it.
        Optional<CellMistake> mistake =
                Mistakes.of(told, source).stream()
                        .min(Comparator.comparingInt(each -> each.at().cell()));
        Map<String, byte[]> classes = kept.classes();
        if (mistake.isEmpty() && !classes.containsKey(CellSource.CLASS)) {
            mistake = Optional.of(Mistakes.tooMuch(cells));
        }
        return new Compiled(mistake.isPresent() ? Map.of() : classes, mistake, source.lines());
    }

    /**
     * The first mistake of the last cell; what is wrong with those it uses is not told of it.
     *
     * @param cells as for {@link #compile}
     */
    public Optional<CellMistake> check(List<CellText> cells) {
        int own = cells.size() - 1;
        Optional<CellMistake> unbalanced = unbalanced(cells, own);
        if (unbalanced.isPresent() || unbalanced(cells, 0).isPresent()) {
            return unbalanced; // what is wrong behind a brace that is missing is only its effect
        }
        CellSource source = CellSource.of(cells, types(cells));
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try {
            task(Set.of(source), told).analyze();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            gaveUp(failure);
        }
        return Mistakes.of(told, source).stream()
                .filter(each -> each.at().cell() == own)
                .findFirst();
    }

    /**
     * The first mistake of each of many cells, in one go as far as they have none.
     *
     * @param all of each cell what {@link #check(List)} takes
     */
    public List<Optional<CellMistake>> checkAll(List<List<CellText>> all) {
        Map<CellSource, Integer> left = new LinkedHashMap<>();
        Set<Integer> wrong = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            List<CellText> cells = all.get(i);
            if (unbalanced(cells, 0).isPresent()) {
                wrong.add(i);
            } else {
                left.put(CellSource.of(cells, types(cells), "cell" + i), i);
            }
        }
        // One that cannot be read keeps the compiler from looking at the others.
        Set<CellSource> found;
        do {
            found = wrong(left.keySet());
            found.forEach(each -> wrong.add(left.remove(each)));
        } while (!found.isEmpty());
        List<Optional<CellMistake>> mistakes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            mistakes.add(wrong.contains(i) ? check(all.get(i)) : Optional.empty());
        }
        return mistakes;
    }

    /** Those in which the compiler finds a mistake; all, where it cannot say. */
    private Set<CellSource> wrong(Set<CellSource> sources) {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try {
            if (!sources.isEmpty()) {
                task(sources, told).analyze();
            }
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            gaveUp(failure);
            return Set.copyOf(sources);
        }
        Set<JavaFileObject> named =
                told.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(Diagnostic::getSource)
                        .collect(Collectors.toCollection(HashSet::new));
        return sources.stream()
                .filter(each -> named.contains(each) || named.contains(null))
                .collect(Collectors.toSet());
    }

    private static void gaveUp(Throwable failure) {
        System.getLogger(CellCompiler.class.getName())
                .log(System.Logger.Level.DEBUG, "The compiler gave up", failure);
    }

    private static Optional<CellMistake> unbalanced(List<CellText> cells, int from) {
        for (int i = from; i < cells.size(); i++) {
            Optional<CellMistake> found = new Chunks(cells.get(i).code()).unbalanced();
            if (found.isPresent()) {
                CellPlace at = found.get().at();
                return Optional.of(
                        new CellMistake(
                                new CellPlace(i, at.line(), at.from(), at.to()),
                                found.get().message()));
            }
        }
        return Optional.empty();
    }

    private JavacTask task(Set<CellSource> sources, DiagnosticCollector<JavaFileObject> told) {
        return (JavacTask) compiler.getTask(Writer.nullWriter(), files, told, FLAGS, null, sources);
    }

    /** The types of the variables that are declared with {@code var}, where they have a name. */
    private Map<CellOffset, String> types(List<CellText> cells) {
        CellSource probe = CellSource.probe(cells);
        if (probe.vars().isEmpty()) {
            return Map.of();
        }
        try {
            return VarTypes.of(probe, task(Set.of(probe), new DiagnosticCollector<>()));
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            gaveUp(failure);
            return Map.of();
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the JDK's own classes cannot be closed", e);
        }
    }

    /** Keeps the classes that are made. */
    private static final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

        Kept(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> found = new TreeMap<>();
            classes.forEach((name, bytes) -> found.put(name, bytes.toByteArray()));
            return found;
        }
    }
}
