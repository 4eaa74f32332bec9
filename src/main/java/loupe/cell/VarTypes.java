package loupe.cell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Asks the compiler which types variables have that are declared with {@code var}. */
final class VarTypes extends TreePathScanner<Void, CompilationUnitTree> {
    private final CellSource probe;
    private final Set<CellOffset> wanted;
    private final Trees trees;
    private final SourcePositions positions;
    private final Map<CellOffset, String> types = new HashMap<>();

    private VarTypes(CellSource probe, Trees trees) {
        this.probe = probe;
        this.wanted = probe.vars();
        this.trees = trees;
        this.positions = trees.getSourcePositions();
    }

    /** The types by where the word stands; none of those that cannot be written. */
    static Map<CellOffset, String> of(CellSource probe, JavacTask task) throws IOException {
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        VarTypes found = new VarTypes(probe, Trees.instance(task));
        units.forEach(unit -> found.scan(unit, unit));
        return found.types;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        boolean probe = method.getName().contentEquals(CellSource.PROBE);
        return probe ? super.visitMethod(method, unit) : null;
    }

    @Override
    public Void visitVariable(VariableTree variable, CompilationUnitTree unit) {
        LongStream.range(
                        positions.getStartPosition(unit, variable),
                        positions.getEndPosition(unit, variable))
                .mapToObj(probe::at)
                .flatMap(Optional::stream)
                .filter(wanted::contains)
                .findFirst()
                .ifPresent(
                        here ->
                                Optional.ofNullable(trees.getTypeMirror(getCurrentPath()))
                                        .flatMap(WrittenType::of)
                                        .ifPresent(type -> types.put(here, type)));
        return super.visitVariable(variable, unit);
    }
}
