package loupe.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * The attributes at the end of a list item, {@code {#key points=2}}, and the line they stand on.
 * They are no part of what the item says.
 */
record Tail(Attributes attributes, int line) {
    private static final Pattern END = Pattern.compile("(?s)(.*?)[ \\t]*\\{[^{}]*\\}[ \\t]*");

    /** Takes the attributes out of an item's first paragraph; {@code NONE} where there are none. */
    static Tail take(ListItem item, Source source) {
        Optional<Paragraph> paragraph = Tree.children(item, Paragraph.class).stream().findFirst();
        if (paragraph.isEmpty()) {
            return new Tail(Attributes.NONE, first(item));
        }
        int line = last(paragraph.get(), source);
        if (paragraph.get().getLastChild() instanceof Text text) {
            Matcher end = END.matcher(text.getLiteral());
            int column = source.line(line).lastIndexOf('{');
            if (end.matches() && column >= 0) {
                text.setLiteral(end.group(1));
                return new Tail(Attributes.read(source.line(line), column), line);
            }
        }
        return new Tail(Attributes.NONE, first(item));
    }

    /** The last line with a brace: the closing fence of a block around counts as a line as well. */
    private static int last(Paragraph paragraph, Source source) {
        List<SourceSpan> spans = paragraph.getSourceSpans();
        return spans.stream()
                .map(SourceSpan::getLineIndex)
                .filter(line -> source.line(line).indexOf('{') >= 0)
                .reduce(0, Math::max);
    }

    private static int first(ListItem item) {
        return item.getSourceSpans().get(0).getLineIndex();
    }
}
