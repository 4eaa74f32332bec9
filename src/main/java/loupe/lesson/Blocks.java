package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.Node;

/** Checks a lesson's directives and tells which of them are questions. */
final class Blocks {
    private static final Map<String, Set<String>> QUESTIONS =
            Map.of(
                    "writeup", Set.of("points", "min-words", "max-words", "evidence", "was"),
                    "choice", Set.of("points", "multiple", "shuffle", "feedback", "was"),
                    "numeric", Set.of("points", "tolerance", "unit", "value", "feedback", "was"),
                    "task", Set.of("was"));
    private static final Map<String, Set<String>> PARTS =
            Map.of("hint", Set.of(), "reference", Set.of("show"), "rubric", Set.of());
    private static final String SECRET = "key";
    private static final Set<String> SHOW = Set.of("after-answer", "after-handin");

    private final Reading reading;
    private final Findings findings;
    private final Fences fences;

    Blocks(Reading reading) {
        this.reading = reading;
        this.findings = reading.findings();
        this.fences = new Fences(reading);
    }

    /** Checks all of them; returns the questions that an answer can be filed under. */
    List<Directive> check(Node root) {
        List<Directive> questions = new ArrayList<>();
        for (Directive each : Tree.nodes(root, Directive.class)) {
            fences.check(each);
            if (Bank.isUse(each)) {
                questions.add(each);
            } else if (QUESTIONS.containsKey(each.name())) {
                checkAttributes(each, QUESTIONS.get(each.name()), reading);
                if (checkId(each) && checkNotInside(each)) {
                    questions.add(each);
                }
            } else if (PARTS.containsKey(each.name())) {
                checkAttributes(each, PARTS.get(each.name()), reading);
                checkPart(each);
            } else {
                refuse(each);
            }
        }
        return questions;
    }

    private void refuse(Directive block) {
        if (block.name().equals(SECRET)) {
            findings.error(
                    "S001",
                    reading.name(block),
                    "\"" + block.name() + "\" is secret and students read this file",
                    "move it to key.md");
            return;
        }
        String message = "there is no block called \"" + block.name() + "\"";
        Set<String> known = new TreeSet<>(QUESTIONS.keySet());
        known.addAll(PARTS.keySet());
        findings.misspelt("D002", reading.name(block), message, block.name(), known);
    }

    static void checkAttributes(Directive block, Set<String> known, Reading reading) {
        reading.check(block.attributes(), block.line(), known, block.name());
    }

    private boolean checkId(Directive block) {
        Attributes attributes = block.attributes();
        if (attributes.id().isEmpty()) {
            findings.error(
                    "Q001",
                    reading.name(block),
                    "this question has no id, so no answer can be kept for it",
                    "write :::" + block.name() + "{#some-id}");
            return false;
        }
        int width = attributes.id().length() + 1;
        Spot spot = reading.source().spot(block.line(), attributes.idColumn(), width);
        reading.reserve("q-" + attributes.id());
        return reading.take(attributes.id(), spot);
    }

    private boolean checkNotInside(Directive block) {
        Directive outer = Fences.outer(block);
        if (outer == null || !QUESTIONS.containsKey(outer.name())) {
            return true;
        }
        findings.error(
                "D002",
                reading.name(block),
                "this " + block.name() + " stands inside another question",
                "close the \"" + outer.name() + "\" above it first");
        return false;
    }

    private void checkPart(Directive block) {
        if (!isPart(block)) {
            findings.error(
                    "D002",
                    reading.name(block),
                    "this " + block.name() + " stands outside a question",
                    "put it before the question's closing fence");
        }
        block.attributes()
                .get("show")
                .filter(each -> !SHOW.contains(each.value()))
                .ifPresent(each -> refuseShow(block, each));
    }

    private void refuseShow(Directive block, Attributes.Attribute show) {
        Spot spot = new AttributeValues(reading, block).spot(show);
        if (show.value().equals("instructor")) {
            findings.error(
                    "S001",
                    spot,
                    "a reference for instructors is secret and students read this file",
                    "move it to key.md");
        } else {
            String message = "\"show\" cannot be \"" + show.value() + "\"";
            findings.misspelt("D004", spot, message, show.value(), SHOW);
        }
    }

    private static boolean isPart(Directive block) {
        return PARTS.containsKey(block.name())
                && block.getParent() instanceof Directive question
                && QUESTIONS.containsKey(question.name());
    }

    /**
     * Takes hints, references and rubrics out of their questions' content, and everything students
     * may not read out of all. A hint that stands alone stays where it is.
     */
    static void sort(Node root) {
        for (Directive each : Tree.nodes(root, Directive.class)) {
            if (isPart(each)) {
                Directive question = (Directive) each.getParent();
                each.unlink();
                if (isForStudents(each)) {
                    question.parts().add(each);
                }
            } else if (each.name().equals("reference") || each.name().equals(SECRET)) {
                each.unlink();
            }
        }
    }

    private static boolean isForStudents(Directive part) {
        return Optional.of(part.attributes().text("show"))
                .filter(show -> !show.isEmpty())
                .map(SHOW::contains)
                .orElse(true);
    }
}
