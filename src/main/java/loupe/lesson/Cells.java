package loupe.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Reads a lesson's Java cells. They stay in the page as code: nothing runs them yet. */
final class Cells {
    private static final Set<String> ATTRIBUTES =
            Set.of("uses", "timeout", "setup", "readonly", "hidden");

    private final Reading reading;
    private final List<Cell> cells = new ArrayList<>();

    Cells(Reading reading) {
        this.reading = reading;
    }

    /** All of them, in the order of the lesson. */
    List<Cell> read(Node root) {
        Tree.nodes(root, FencedCodeBlock.class).stream()
                .filter(ExperimentBlock::isCell)
                .forEach(this::read);
        return cells;
    }

    private void read(FencedCodeBlock fence) {
        int line = fence.getSourceSpans().get(0).getLineIndex();
        Spot head = reading.source().wholeLine(line, 0);
        reading.findings()
                .warning(
                        "W008",
                        head,
                        "Java cells do not run in this version of Loupe",
                        "it is shown as code that can be read",
                        List.of());
        Attributes attributes = attributes(line);
        String id = attributes.id();
        if (!id.isEmpty()) {
            reading.take(id, reading.source().spot(line, attributes.idColumn(), id.length() + 1));
        }
        cells.add(new Cell(id, uses(attributes, line), head, lines(fence), reading.source()));
    }

    private Attributes attributes(int line) {
        String text = reading.source().line(line);
        Attributes attributes = Attributes.read(text, text.indexOf("cell") + "cell".length());
        for (Attributes.Fault fault : attributes.faults()) {
            Spot spot = reading.source().spot(line, fault.column(), fault.width());
            reading.findings().error("D004", spot, fault.message());
        }
        for (Attributes.Attribute each : attributes.all()) {
            if (!ATTRIBUTES.contains(each.name())) {
                Spot spot = reading.source().spot(line, each.column(), each.name().length());
                String message = "\"" + each.name() + "\" is not an attribute of cell";
                Set<String> known = new TreeSet<>(ATTRIBUTES);
                reading.findings().misspelt("D004", spot, message, each.name(), known);
            }
        }
        return attributes;
    }

    /** The cells above that this one names; a name that none of them has is a finding. */
    private List<String> uses(Attributes attributes, int line) {
        List<String> uses = new ArrayList<>();
        for (String each : attributes.text("uses").split("[ ,]+")) {
            if (!each.isEmpty() && cells.stream().noneMatch(cell -> cell.id().equals(each))) {
                Attributes.Attribute named = attributes.get("uses").orElseThrow();
                reading.findings()
                        .unknown(
                                "J001",
                                reading.source().spot(line, named.column(), "uses".length()),
                                "no cell above has the id \"" + each + "\"",
                                each,
                                cells.stream().map(Cell::id).toList());
            } else if (!each.isEmpty()) {
                uses.add(each);
            }
        }
        return uses;
    }

    private static List<Cell.Line> lines(FencedCodeBlock fence) {
        List<SourceSpan> spans = fence.getSourceSpans();
        List<String> code = Arrays.asList(fence.getLiteral().split("\n", -1));
        List<Cell.Line> lines = new ArrayList<>();
        for (int i = 0; i < code.size() && i + 1 < spans.size(); i++) {
            SourceSpan span = spans.get(i + 1);
            lines.add(new Cell.Line(code.get(i), span.getLineIndex(), span.getColumnIndex()));
        }
        return lines;
    }
}
