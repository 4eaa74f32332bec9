package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.Node;

/** Checks a lesson's directives and tells which of them are questions. */
final class Blocks {
    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "writeup",
                    Set.of("points", "min-words", "max-words", "evidence", "was"),
                    "hint",
                    Set.of(),
                    "reference",
                    Set.of("show"));
    private static final Set<String> SECRET = Set.of("key", "rubric");
    private static final Set<String> SHOW = Set.of("after-answer", "after-handin");

    private final Reading reading;
    private final Findings findings;

    Blocks(Reading reading) {
        this.reading = reading;
        this.findings = reading.findings();
    }

    /** Checks all of them; returns the questions that an answer can be filed under. */
    List<Directive> check(Node root) {
        List<Directive> questions = new ArrayList<>();
        for (Directive each : Tree.nodes(root, Directive.class)) {
            checkFence(each);
            if (!KNOWN.containsKey(each.name())) {
                refuse(each);
                continue;
            }
            checkAttributes(each);
            switch (each.name()) {
                case "writeup" -> {
                    if (checkId(each)) {
                        questions.add(each);
                    }
                }
                case "hint" -> checkHint(each);
                default -> checkReference(each);
            }
        }
        return questions;
    }

    private void checkFence(Directive block) {
        if (block.fence() > 2 && !block.closed()) {
            String fence = ":".repeat(block.fence());
            findings.error(
                    "D001",
                    name(block),
                    "\"" + block.name() + "\" is never closed",
                    "end it with a line \"" + fence + "\"");
        }
        Directive outer = outer(block);
        if (outer != null && outer.closed() && outer.fence() <= block.fence()) {
            String fence = ":".repeat(block.fence() + 1);
            findings.error(
                    "D003",
                    name(block),
                    "the fence of \""
                            + block.name()
                            + "\" is as long as that of \""
                            + outer.name()
                            + "\" around it",
                    "begin and end \"" + outer.name() + "\" with \"" + fence + "\"");
        }
    }

    private void refuse(Directive block) {
        if (SECRET.contains(block.name())) {
            findings.error(
                    "S001",
                    name(block),
                    "\"" + block.name() + "\" is secret and students read this file",
                    "move it to key.md");
            return;
        }
        String message = "there is no block called \"" + block.name() + "\"";
        findings.unknown("D002", name(block), message, block.name(), KNOWN.keySet());
    }

    private void checkAttributes(Directive block) {
        for (Attributes.Fault fault : block.attributes().faults()) {
            Spot spot = reading.source().spot(block.line(), fault.column(), fault.width());
            findings.error("D004", spot, fault.message());
        }
        Set<String> known = KNOWN.get(block.name());
        for (Attributes.Attribute each : block.attributes().all()) {
            if (!known.contains(each.name())) {
                Spot spot =
                        reading.source().spot(block.line(), each.column(), each.name().length());
                String message = "\"" + each.name() + "\" is not an attribute of " + block.name();
                findings.unknown("D004", spot, message, each.name(), new TreeSet<>(known));
            }
        }
    }

    private boolean checkId(Directive block) {
        Attributes attributes = block.attributes();
        if (attributes.id().isEmpty()) {
            findings.error(
                    "Q001",
                    name(block),
                    "this question has no id, so no answer can be kept for it",
                    "write :::" + block.name() + "{#some-id}");
            return false;
        }
        int width = attributes.id().length() + 1;
        Spot spot = reading.source().spot(block.line(), attributes.idColumn(), width);
        reading.reserve("q-" + attributes.id());
        return reading.take(attributes.id(), spot);
    }

    private void checkHint(Directive block) {
        if (!(block.getParent() instanceof Directive parent) || !parent.name().equals("writeup")) {
            findings.error(
                    "D002",
                    name(block),
                    "this hint stands outside a question",
                    "put it before the question's closing fence");
        }
    }

    private void checkReference(Directive block) {
        block.attributes()
                .get("show")
                .filter(each -> !SHOW.contains(each.value()))
                .ifPresent(each -> refuseShow(block, each));
    }

    private void refuseShow(Directive block, Attributes.Attribute show) {
        Spot spot = reading.source().spot(block.line(), show.valueColumn(), show.value().length());
        if (show.value().equals("instructor")) {
            findings.error(
                    "S001",
                    spot,
                    "a reference for instructors is secret and students read this file",
                    "move it to key.md");
        } else {
            String message = "\"show\" cannot be \"" + show.value() + "\"";
            findings.unknown("D004", spot, message, show.value(), SHOW);
        }
    }

    private static Directive outer(Directive block) {
        Node node = block.getParent();
        while (node != null && !(node instanceof Directive)) {
            node = node.getParent();
        }
        return (Directive) node;
    }

    private Spot name(Directive block) {
        return reading.source().spot(block.line(), block.nameColumn(), block.name().length());
    }

    /**
     * Takes hints out of their questions' content, and everything students may not read out of it.
     */
    static void sort(Node root) {
        for (Directive each : Tree.nodes(root, Directive.class)) {
            if (each.name().equals("reference") || SECRET.contains(each.name())) {
                each.unlink();
            } else if (each.name().equals("hint")
                    && each.getParent() instanceof Directive question) {
                each.unlink();
                question.hints().add(each);
            }
        }
    }
}
