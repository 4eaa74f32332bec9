package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * A block of the format, {@code :::name{...}} up to its closing fence, or a leaf {@code
 * ::name[text](link){...}} on one line (its fence is 2 long). A question's hints, references and
 * rubric are taken out of its content.
 */
final class Directive extends CustomBlock {
    private final String name;
    private final Attributes attributes;
    private final int fence;
    private final int line;
    private final int nameColumn;
    private boolean closed;
    private final List<Directive> parts = new ArrayList<>();

    Directive(String name, Attributes attributes, int fence, int line, int nameColumn) {
        this.name = name;
        this.attributes = attributes;
        this.fence = fence;
        this.line = line;
        this.nameColumn = nameColumn;
    }

    /** The same block, what it holds included, with the points that somebody else gives it. */
    Directive withPoints(Attributes others) {
        Attributes both = attributes.with("points", others);
        Directive copy = new Directive(name, both, fence, line, nameColumn);
        copy.setSourceSpans(getSourceSpans());
        copy.closed = closed;
        for (Node child = getFirstChild(); child != null; child = getFirstChild()) {
            copy.appendChild(child);
        }
        return copy;
    }

    String name() {
        return name;
    }

    Attributes attributes() {
        return attributes;
    }

    int fence() {
        return fence;
    }

    /** The index of the line it begins on. */
    int line() {
        return line;
    }

    /** The index of the line it ends on, its closing fence included. */
    int lastLine() {
        List<SourceSpan> spans = getSourceSpans();
        return spans.isEmpty() ? line : spans.get(spans.size() - 1).getLineIndex();
    }

    int nameColumn() {
        return nameColumn;
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** What was taken out of the content of a question. */
    List<Directive> parts() {
        return parts;
    }

    List<Directive> parts(String kind) {
        return parts.stream().filter(each -> each.name.equals(kind)).toList();
    }
}
