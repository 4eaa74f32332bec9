package loupe.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/** Checks the fences of blocks: that they close, that the outer is longer, that they have air. */
final class Fences {
    private static final Pattern FENCE = Pattern.compile("\\s*:{2,}.*");

    private final Reading reading;
    private final Set<Directive> tooShort = new HashSet<>();

    Fences(Reading reading) {
        this.reading = reading;
    }

    /** The block around a block, or null. */
    static Directive outer(Directive block) {
        Node node = block.getParent();
        while (node != null && !(node instanceof Directive)) {
            node = node.getParent();
        }
        return (Directive) node;
    }

    void check(Directive block) {
        boolean leaf = block.fence() == 2;
        if (!leaf && !block.closed()) {
            String fence = ":".repeat(block.fence());
            reading.findings()
                    .error(
                            "D001",
                            reading.name(block),
                            "\"" + block.name() + "\" is never closed",
                            "end it with a line \"" + fence + "\"");
        }
        Directive outer = outer(block);
        if (outer != null && !leaf && outer.closed() && outer.fence() <= block.fence()) {
            refuse(block, outer);
        } else if (leaf || block.closed()) {
            checkAir(block);
        }
    }

    /** One outer fence that is too short is one mistake, however many blocks are inside. */
    private void refuse(Directive block, Directive outer) {
        if (!tooShort.add(outer)) {
            return;
        }
        int longest =
                Tree.nodes(outer, Directive.class).stream()
                        .filter(each -> each != outer)
                        .mapToInt(Directive::fence)
                        .max()
                        .orElse(block.fence());
        String fence = ":".repeat(longest + 1);
        reading.findings()
                .error(
                        "D003",
                        reading.name(block),
                        "the fence of \""
                                + block.name()
                                + "\" is as long as that of \""
                                + outer.name()
                                + "\" around it",
                        "begin and end \"" + outer.name() + "\" with \"" + fence + "\"",
                        List.of(
                                lengthen(outer.line(), outer.fence(), fence),
                                lengthen(outer.lastLine(), outer.fence(), fence)));
    }

    private Edit lengthen(int line, int now, String fence) {
        int column = Math.max(0, reading.source().line(line).indexOf(":"));
        return new Edit(line + 1, column + 1, now, fence);
    }

    /** Without a blank line, other readers of Markdown take the fence for words of the passage. */
    private void checkAir(Directive block) {
        if (!(block.getParent() instanceof Document || block.getParent() instanceof Directive)) {
            return;
        }
        if (isCrowded(block.line() - 1)) {
            warn(block, block.line(), "before");
        }
        if (isCrowded(block.lastLine() + 1)) {
            warn(block, block.lastLine() + 1, "after");
        }
    }

    private boolean isCrowded(int line) {
        if (line < 0 || line >= reading.source().lines().size()) {
            return false;
        }
        String words = reading.source().line(line);
        return !words.isBlank()
                && !FENCE.matcher(words).matches()
                && !(line > 0 && words.equals("---"));
    }

    private void warn(Directive block, int line, String where) {
        reading.findings()
                .warning(
                        "W007",
                        reading.name(block),
                        "there is no blank line " + where + " this " + block.name(),
                        "put a blank line there",
                        List.of(new Edit(line + 1, 1, 0, "\n")));
    }
}
