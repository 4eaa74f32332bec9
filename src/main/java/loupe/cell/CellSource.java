package loupe.cell;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.tools.SimpleJavaFileObject;

/**
 * Cells put together to one class: what they declare are its members, what they do is done one
 * after the other when an object of it is made. Each character knows from which cell it is.
 *
 * <pre>
 *   imports
 *   class LoupeCell extends LoupeBegin {
 *       LoupeCell(Runnable own) throws Throwable { super(own); }
 *       variables, methods and types; { statements } in the order of the cells
 *       { super.loupeOwn.run(); }
 *       the cell itself, in the same way
 *   }
 * </pre>
 */
final class CellSource extends SimpleJavaFileObject {
    static final String CLASS = "LoupeCell"; // so that no cell has a class of this name

    /** The method in which a {@link #probe} has everything that is done. */
    static final String PROBE = "loupeProbe";

    private static final String BEGIN = "LoupeBegin";

    private final List<CellText> cells;
    private final List<Chunks> chunks;
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();
    private final List<Integer> lines = new ArrayList<>();

    /** From an offset of this source on, so many characters are those of a cell. */
    private record Stretch(int cell, int from, int length) {}

    private CellSource(List<CellText> cells) {
        this(cells, "");
    }

    /**
     * @param home the package, empty for the one without a name
     */
    private CellSource(List<CellText> cells, String home) {
        super(URI.create("string:///" + home + "/" + CLASS + ".java"), Kind.SOURCE);
        this.cells = cells;
        this.chunks = cells.stream().map(each -> new Chunks(each.code())).toList();
    }

    /**
     * The class that runs; the last cell is the one that is asked for.
     *
     * @param types the types of variables that are declared with {@code var}, by where the word
     *     stands; one without stays where it is, and only the statements right behind it see it
     */
    static CellSource of(List<CellText> cells, Map<CellOffset, String> types) {
        return new CellSource(cells).whole(types);
    }

    /** The same in a package of its own, so that many can be compiled at once. */
    static CellSource of(List<CellText> cells, Map<CellOffset, String> types, String home) {
        CellSource source = new CellSource(cells, home);
        source.ours("package " + home + ";");
        return source.whole(types);
    }

    private CellSource whole(Map<CellOffset, String> types) {
        imports();
        ours("abstract class " + BEGIN + " {");
        ours("final java.lang.Runnable loupeOwn;");
        ours(BEGIN + "(java.lang.Runnable own) { loupeOwn = own; }");
        ours("}");
        ours("class " + CLASS + " extends " + BEGIN + " {");
        ours(CLASS + "(java.lang.Runnable own) throws java.lang.Throwable { super(own); }");
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cell == cells.size() - 1) {
                ours("{ super.loupeOwn.run(); }");
            }
            body(cell, types);
        }
        ours("}");
        return this;
    }

    /** A class that is never run, in which the compiler can find the types of variables. */
    static CellSource probe(List<CellText> cells) {
        CellSource source = new CellSource(cells);
        source.imports();
        source.ours("class " + CLASS + " {");
        source.all(chunk -> chunk.kind() == Chunk.Kind.MEMBER);
        source.ours("void " + PROBE + "() throws java.lang.Throwable {");
        source.all(chunk -> chunk.kind() != Chunk.Kind.MEMBER && chunk.kind() != Chunk.Kind.IMPORT);
        source.ours("}}");
        return source;
    }

    private void imports() {
        all(chunk -> chunk.kind() == Chunk.Kind.IMPORT);
    }

    private void all(Predicate<Chunk> which) {
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Chunk each : chunks.get(cell).all()) {
                if (which.test(each)) {
                    add(cell, each.from(), each.to());
                }
            }
        }
    }

    private void body(int cell, Map<CellOffset, String> types) {
        boolean doing = false;
        for (Chunk each : chunks.get(cell).all()) {
            if (each.kind() == Chunk.Kind.IMPORT) {
                continue;
            }
            boolean var = each.kind() == Chunk.Kind.VAR;
            String type = var ? types.get(var(cell, each)) : null;
            boolean done = each.kind() == Chunk.Kind.STATEMENT || var && type == null;
            if (done != doing) {
                ours(done ? "{ if (true) {" : "}}"); // what never ends must not be its end
                doing = done;
            }
            if (type != null) {
                typed(cell, each, type);
            } else {
                add(cell, each.from(), each.to());
            }
        }
        if (doing) {
            ours("}}");
        }
    }

    private void typed(int cell, Chunk chunk, String type) {
        int var = var(cell, chunk).offset();
        add(cell, chunk.from(), var);
        ours(type);
        add(cell, var + "var".length(), chunk.to());
    }

    private CellOffset var(int cell, Chunk chunk) {
        return new CellOffset(cell, chunks.get(cell).word("var", chunk.from()));
    }

    /** Where a variable is declared with {@code var} that all that follows shall see. */
    Set<CellOffset> vars() {
        Set<CellOffset> vars = new HashSet<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Chunk each : chunks.get(cell).all()) {
                if (each.kind() == Chunk.Kind.VAR) {
                    vars.add(var(cell, each));
                }
            }
        }
        return vars;
    }

    private void ours(String line) {
        begin();
        text.append(line).append('\n');
    }

    private void add(int cell, int from, int to) {
        begin();
        stretches.put(text.length(), new Stretch(cell, from, to - from));
        String code = cells.get(cell).code().substring(from, to);
        for (int at = 0; at < code.length(); at++) {
            text.append(code.charAt(at));
            if (code.charAt(at) == '\n') {
                begin();
            }
        }
        text.append('\n');
    }

    /** A line begins here. */
    private void begin() {
        if (lines.isEmpty() || lines.get(lines.size() - 1) != text.length()) {
            lines.add(text.length());
        }
    }

    /** Where an offset of this source lies in the cells. */
    Optional<CellOffset> at(long offset) {
        Map.Entry<Integer, Stretch> found = stretches.floorEntry((int) offset);
        if (offset < 0 || found == null) {
            return Optional.empty();
        }
        Stretch stretch = found.getValue();
        int into = (int) offset - found.getKey();
        return into > stretch.length()
                ? Optional.empty()
                : Optional.of(new CellOffset(stretch.cell(), stretch.from() + into));
    }

    /** The lines of this source in the cells. */
    CellLines lines() {
        return new CellLines(cells, lines.stream().map(this::letter).map(this::at).toList());
    }

    /** The first letter from an offset on. */
    private int letter(int offset) {
        int at = offset;
        while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    List<CellText> cells() {
        return cells;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
