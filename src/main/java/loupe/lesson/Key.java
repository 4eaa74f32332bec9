package loupe.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code key.md} beside a lesson says: the secret answers. Only the instructor has the file;
 * without it there are no values and no findings.
 */
final class Key {
    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "key", Set.of("for", "value"),
                    "reference", Set.of("for", "show"),
                    "rubric", Set.of("for"));

    private final Reading reading;
    private final List<Directive> blocks;
    private final Map<String, String> values = new HashMap<>();

    private Key(Reading reading, List<Directive> blocks) {
        this.reading = reading;
        this.blocks = blocks;
        for (Directive each : blocks) {
            if (each.name().equals("key")) {
                values.put(each.attributes().text("for"), each.attributes().text("value"));
            }
        }
    }

    /**
     * Reads the file in a lesson's folder, if it is there; {@code label} is its name in findings.
     */
    static Optional<Key> read(Path file, String label, Rules rules) throws LessonTrouble {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Source source = Source.read(rules.root(), file, label);
        Reading reading = new Reading(source, file.getParent(), rules, new Findings());
        return Optional.of(
                new Key(reading, Tree.nodes(Tree.parse(source.text()), Directive.class)));
    }

    /** The secret answer of a question. */
    Optional<String> value(String question) {
        return Optional.ofNullable(values.get(question));
    }

    /** Holds the file against the questions of its lesson. */
    List<Finding> check(List<Question> questions) {
        Set<String> ids = questions.stream().map(Question::id).collect(Collectors.toSet());
        Fences fences = new Fences(reading);
        for (Directive block : blocks) {
            Set<String> known = KNOWN.get(block.name());
            if (known == null) {
                String message = "key.md has no block called \"" + block.name() + "\"";
                reading.findings()
                        .misspelt(
                                "D002", reading.name(block), message, block.name(), KNOWN.keySet());
                continue;
            }
            Blocks.checkAttributes(block, known, reading);
            fences.check(block);
            if (checkQuestion(block, ids) && block.name().equals("rubric")) {
                questions.stream()
                        .filter(each -> each.id().equals(block.attributes().text("for")))
                        .forEach(each -> checkRubric(block, each));
            }
        }
        return reading.findings().inOrder();
    }

    private void checkRubric(Directive block, Question question) {
        Rubric.checkSum(block, Rubric.read(block, reading), question, reading);
    }

    private boolean checkQuestion(Directive block, Set<String> ids) {
        Optional<Attributes.Attribute> named = block.attributes().get("for");
        if (named.isEmpty()) {
            reading.findings()
                    .error(
                            "S002",
                            reading.name(block),
                            "this " + block.name() + " does not say which question it is for",
                            "write :::" + block.name() + "{for=some-id}");
            return false;
        }
        String id = named.get().value();
        if (ids.contains(id)) {
            return true;
        }
        String message = "there is no question \"" + id + "\" in this lesson";
        Spot spot = new AttributeValues(reading, block).spot(named.get());
        reading.findings().unknown("S002", spot, message, id, new TreeSet<>(ids));
        return false;
    }
}
