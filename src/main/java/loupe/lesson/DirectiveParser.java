package loupe.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Text;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Finds directives among the blocks of a text. A closing fence ends the innermost open directive
 * whose fence is exactly as long; where none is, the innermost whose fence is shorter. So an author
 * who forgot the longer outer fence still gets the blocks that were meant, and a finding.
 */
final class DirectiveParser extends AbstractBlockParser {
    private static final Pattern OPENING = Pattern.compile("(:{3,})[ \\t]*([A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern LEAF = Pattern.compile("(::)([A-Za-z][A-Za-z0-9-]*)\\[");
    private static final Pattern CLOSING = Pattern.compile("(:{3,})[ \\t]*");

    private final Directive block;
    private final Deque<Directive> open;

    private DirectiveParser(Directive block, Deque<Directive> open) {
        this.block = block;
        this.open = open;
        open.push(block);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return isFenced();
    }

    @Override
    public boolean canContain(Block child) {
        return isFenced();
    }

    private boolean isFenced() {
        return block.fence() > 2;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (!isFenced()) {
            return BlockContinue.none();
        }
        int start = state.getNextNonSpaceIndex();
        CharSequence line = state.getLine().getContent();
        Matcher closing = CLOSING.matcher(line).region(start, line.length());
        if (state.getIndent() < 4 && closing.matches() && ends(closing.group(1).length())) {
            block.close();
            return BlockContinue.finished();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    private boolean ends(int fence) {
        Directive exact =
                open.stream().filter(each -> each.fence() == fence).findFirst().orElse(null);
        Directive shorter =
                open.stream().filter(each -> each.fence() <= fence).findFirst().orElse(null);
        return block == (exact == null ? shorter : exact);
    }

    @Override
    public void closeBlock() {
        open.remove(block);
    }

    /** Starts directives; one for each text, because it knows which of them are open. */
    static BlockParserFactory factory() {
        Deque<Directive> open = new ArrayDeque<>();
        return (state, matched) -> start(state, matched, open);
    }

    private static BlockStart start(
            ParserState state, MatchedBlockParser matched, Deque<Directive> open) {
        if (state.getIndent() >= 4) {
            return BlockStart.none();
        }
        int start = state.getNextNonSpaceIndex();
        String line = state.getLine().getContent().toString();
        Matcher opening = OPENING.matcher(line).region(start, line.length());
        Matcher leaf = LEAF.matcher(line).region(start, line.length());
        Directive directive;
        int number = state.getLine().getSourceSpan().getLineIndex();
        if (opening.lookingAt()) {
            directive =
                    new Directive(
                            opening.group(2),
                            Attributes.read(line, opening.end()),
                            opening.group(1).length(),
                            number,
                            opening.start(2));
        } else if (leaf.lookingAt()) {
            directive = new Directive(leaf.group(2), Attributes.NONE, 2, number, leaf.start(2));
            directive.appendChild(new Text(line.strip()));
        } else {
            return BlockStart.none();
        }
        return BlockStart.of(new DirectiveParser(directive, open)).atIndex(line.length());
    }
}
