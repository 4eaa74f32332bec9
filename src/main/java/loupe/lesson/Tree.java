package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The tree of a Markdown text. A text nested deeper than any reader could follow is refused before
 * anything walks it by recursion.
 */
final class Tree {
    static final int DEEPEST = 60;

    /** The marks in one passage. The parser's work grows with their square, its stack with them. */
    private static final int MOST_MARKS = 2_000;

    /** The bars in a line and the lines in all: a table's rows are as wide as its first. */
    private static final int MOST_BARS = 50;

    private static final int MOST_LINES = 10_000;

    private Tree() {}

    /** Parses a lesson's text; throws {@link TooDeep} for one that is no reading matter. */
    static Node parse(String text) {
        refuseCrowds(text);
        return parser().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .customBlockParserFactory(DirectiveParser.factory())
                .build()
                .parse(text);
    }

    /** Parses what a student wrote, in which there are no directives; throws {@link TooDeep}. */
    static Node parseAnswer(String text) {
        refuseCrowds(text);
        return parser().build().parse(text);
    }

    private static Parser.Builder parser() {
        return Parser.builder()
                .maxOpenBlockParsers(DEEPEST)
                .customInlineContentParserFactory(Maths.factory())
                .postProcessor(Tree::refuseDepth)
                .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()));
    }

    /** A passage ends at a blank line; what nests inside a line of text never crosses one. */
    private static void refuseCrowds(String text) {
        int marks = 0;
        int bars = 0;
        int lines = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '\n') {
                marks = blank ? 0 : marks;
                bars = 0;
                lines++;
                blank = true;
            } else if (!Character.isWhitespace(at)) {
                blank = false;
            }
            marks += "[]*_<`&".indexOf(at) >= 0 ? 1 : 0;
            bars += at == '|' ? 1 : 0;
            if (marks > MOST_MARKS || bars > MOST_BARS || lines > MOST_LINES) {
                throw new TooDeep();
            }
        }
    }

    private static Node refuseDepth(Node root) {
        int depth = 0;
        for (Node node = root; node != null; ) {
            if (depth > DEEPEST - 5) {
                throw new TooDeep();
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return root;
    }

    /** Every node of a tree in the order of the text, as they are now. */
    static List<Node> nodes(Node root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, nodes);
        }
    }

    /** The nodes of one kind. */
    static <T extends Node> List<T> nodes(Node root, Class<T> kind) {
        return nodes(root).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The children of one kind, as they are now. */
    static <T extends Node> List<T> children(Node parent, Class<T> kind) {
        List<T> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (kind.isInstance(child)) {
                children.add(kind.cast(child));
            }
        }
        return children;
    }

    /** The text in a node, without its marks. */
    static String plain(Node root) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes(root)) {
            if (node instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof Maths maths) {
                text.append(maths.formula());
            } else if (node instanceof SoftLineBreak) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** A text that is nested too deep, or crowded with marks. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
