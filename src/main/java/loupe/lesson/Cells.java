package loupe.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Reads a lesson's Java cells and puts their places into the tree. */
final class Cells {
    private static final Set<String> ATTRIBUTES =
            Set.of("uses", "timeout", "setup", "readonly", "hidden");
    private static final int USUAL_TIMEOUT = 10;
    private static final int LONGEST_TIMEOUT = 60;

    private final Reading reading;
    private final List<CellBlock> blocks = new ArrayList<>();

    Cells(Reading reading) {
        this.reading = reading;
    }

    /** All that can be run, in the order of the lesson. */
    List<CellBlock> place(Node root) {
        for (FencedCodeBlock fence : Tree.nodes(root, FencedCodeBlock.class)) {
            if (ExperimentBlock.isCell(fence)) {
                read(fence)
                        .ifPresent(
                                block -> {
                                    blocks.add(block);
                                    fence.insertAfter(block);
                                    fence.unlink();
                                });
            }
        }
        return blocks;
    }

    private Optional<CellBlock> read(FencedCodeBlock fence) {
        int line = fence.getSourceSpans().get(0).getLineIndex();
        Spot head = reading.source().wholeLine(line, 0);
        Attributes attributes = attributes(line);
        AttributeValues values = new AttributeValues(reading, attributes, line);
        boolean hidden = values.flag("hidden");
        boolean readonly = values.flag("readonly");
        Optional<String> id = id(attributes, line, head, hidden || readonly);
        List<String> uses = uses(attributes, line);
        return id.map(
                each ->
                        new CellBlock(
                                new Cell(
                                        each,
                                        fence.getLiteral().stripTrailing(),
                                        after(uses),
                                        timeout(values),
                                        values.flag("setup"),
                                        readonly,
                                        hidden),
                                reading.source(),
                                head,
                                lines(fence),
                                uses.size() == names(attributes).size()));
    }

    private Attributes attributes(int line) {
        String text = reading.source().line(line);
        Attributes attributes = Attributes.read(text, text.indexOf("cell") + "cell".length());
        reading.check(attributes, line, ATTRIBUTES, "cell");
        return attributes;
    }

    /** What a student changes in a cell is filed under its id; where nobody can, any will do. */
    private Optional<String> id(Attributes attributes, int line, Spot head, boolean anyWillDo) {
        String id = attributes.id();
        if (!id.isEmpty()) {
            Spot spot = reading.source().spot(line, attributes.idColumn(), id.length() + 1);
            return reading.take(id, spot) ? Optional.of(id) : Optional.empty();
        }
        if (anyWillDo) {
            return Optional.of(reading.free("cell"));
        }
        reading.findings()
                .error(
                        "Q001",
                        head,
                        "this cell has no id, and what a student changes in it is filed under it",
                        "give it one, and never change it: {#id}");
        return Optional.empty();
    }

    private int timeout(AttributeValues values) {
        int wanted = values.count("timeout", 1, LONGEST_TIMEOUT);
        return wanted == 0 ? USUAL_TIMEOUT : wanted;
    }

    /** Those of the cells above that this one names; a name that none has is a finding. */
    private List<String> uses(Attributes attributes, int line) {
        List<String> known = blocks.stream().map(each -> each.cell().id()).toList();
        List<String> uses = new ArrayList<>();
        for (String each : names(attributes)) {
            if (!known.contains(each)) {
                Attributes.Attribute named = attributes.get("uses").orElseThrow();
                reading.findings()
                        .unknown(
                                "J001",
                                reading.source().spot(line, named.column(), "uses".length()),
                                "no cell above has the id \"" + each + "\"",
                                each,
                                known);
            } else {
                uses.add(each);
            }
        }
        return uses;
    }

    private static List<String> names(Attributes attributes) {
        return Stream.of(attributes.text("uses").split("[ ,]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private List<String> after(List<String> uses) {
        Set<String> wanted = new LinkedHashSet<>(uses);
        List<Cell> cells = blocks.stream().map(CellBlock::cell).toList();
        cells.stream().filter(Cell::setup).forEach(each -> wanted.add(each.id()));
        cells.stream()
                .filter(each -> wanted.contains(each.id()))
                .toList()
                .forEach(each -> wanted.addAll(each.after()));
        return cells.stream().map(Cell::id).filter(wanted::contains).toList();
    }

    private static List<CellBlock.Line> lines(FencedCodeBlock fence) {
        List<SourceSpan> spans = fence.getSourceSpans();
        List<CellBlock.Line> lines = new ArrayList<>();
        for (SourceSpan span : spans.subList(Math.min(1, spans.size() - 1), spans.size())) {
            lines.add(new CellBlock.Line(span.getLineIndex(), span.getColumnIndex()));
        }
        return lines;
    }
}
