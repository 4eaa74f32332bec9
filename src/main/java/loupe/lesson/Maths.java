package loupe.lesson;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * A formula in a line of text: {@code $...$}. As in Pandoc, no blank may follow the first dollar or
 * stand before the second, and no digit may follow it, so that "5 $ and 10 $" stays money.
 */
final class Maths extends CustomNode {
    private final String formula;

    private Maths(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }

    static InlineContentParserFactory factory() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('$');
            }

            @Override
            public InlineContentParser create() {
                return Maths::parse;
            }
        };
    }

    /** Looks no further than the next dollar, so a text full of dollars is read once. */
    private static ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position start = scanner.position();
        if (Character.isWhitespace(scanner.peek()) || scanner.find('$') < 1) {
            return ParsedInline.none();
        }
        Position end = scanner.position();
        int before = scanner.peekPreviousCodePoint();
        scanner.next();
        if (Character.isWhitespace(before) || before == '\\' || Character.isDigit(scanner.peek())) {
            return ParsedInline.none();
        }
        String formula = scanner.getSource(start, end).getContent();
        return ParsedInline.of(new Maths(formula), scanner.position());
    }
}
