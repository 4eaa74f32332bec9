package loupe.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A block quote that begins with {@code [!NOTE]} or one of its four sisters on a line of its own.
 */
final class Alert extends CustomBlock {
    private final Kind kind;

    private Alert(Kind kind) {
        this.kind = kind;
    }

    /** The five kinds of alert that GitHub shows. */
    private enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION
    }

    /** The class on the page, and, begun with a capital, the title. */
    String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return kind.name().charAt(0) + name().substring(1);
    }

    /** Puts an alert in the place of a quote that is meant as one. */
    static void replace(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first)
                || !(first.getFirstChild() instanceof Text mark)) {
            return;
        }
        Node after = mark.getNext();
        Optional<Kind> kind = kind(mark.getLiteral().strip());
        if (kind.isEmpty() || !(after == null || after instanceof SoftLineBreak)) {
            return;
        }
        Alert alert = new Alert(kind.get());
        alert.setSourceSpans(quote.getSourceSpans());
        mark.unlink();
        if (after == null) {
            first.unlink();
        } else {
            after.unlink();
        }
        for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
            alert.appendChild(child);
        }
        quote.insertAfter(alert);
        quote.unlink();
    }

    private static Optional<Kind> kind(String mark) {
        return Arrays.stream(Kind.values())
                .filter(each -> mark.equalsIgnoreCase("[!" + each + "]"))
                .findFirst();
    }
}
