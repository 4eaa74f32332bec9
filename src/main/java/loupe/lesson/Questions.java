package loupe.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.Node;

/** Makes the questions of a lesson from their checked blocks. */
final class Questions {
    private final Reading reading;
    private final Set<String> experiments;

    Questions(Reading reading, Set<String> experiments) {
        this.reading = reading;
        this.experiments = experiments;
    }

    /** The question of a block; {@code html} renders what a node holds. */
    Question of(Directive block, List<Directive> all, Function<Node, String> html) {
        Question.Limits words =
                new Question.Limits(count(block, "min-words"), count(block, "max-words"));
        if (words.most() > 0 && words.least() > words.most()) {
            block.attributes()
                    .get("min-words")
                    .ifPresent(
                            each ->
                                    reading.findings()
                                            .warning(
                                                    "W003",
                                                    value(block, each),
                                                    "\"min-words\" is above \"max-words\""));
        }
        List<String> hints = new ArrayList<>();
        block.hints().forEach(each -> hints.add(html.apply(each)));
        return new Question(
                block.attributes().id(),
                Question.Kind.WRITEUP,
                prompt(block, all),
                html.apply(block),
                count(block, "points"),
                words,
                evidence(block),
                block.attributes().text("was"),
                hints);
    }

    private int count(Directive block, String name) {
        Optional<Attributes.Attribute> found = block.attributes().get(name);
        if (found.isEmpty()) {
            return 0;
        }
        String value = found.get().value();
        if (value.matches("[0-9]{1,6}")) {
            return Integer.parseInt(value);
        }
        reading.findings()
                .error(
                        "Y002",
                        value(block, found.get()),
                        "\"" + name + "\" must be a whole number, not \"" + value + "\"");
        return 0;
    }

    private String evidence(Directive block) {
        Optional<Attributes.Attribute> found = block.attributes().get("evidence");
        if (found.isEmpty() || experiments.contains(found.get().value())) {
            return block.attributes().text("evidence");
        }
        String name = found.get().value();
        String message = "there is no experiment \"" + name + "\" in this lesson";
        reading.findings().unknown("E009", value(block, found.get()), message, name, experiments);
        return "";
    }

    private Spot value(Directive block, Attributes.Attribute each) {
        int width = Math.max(1, each.value().length());
        return reading.source().spot(block.line(), each.valueColumn(), width);
    }

    /** The lines of the block as the author wrote them, without the blocks inside it. */
    private String prompt(Directive block, List<Directive> all) {
        StringBuilder prompt = new StringBuilder();
        int end = block.lastLine() + (block.closed() ? 0 : 1);
        for (int line = block.line() + 1; line < end; line++) {
            if (!inside(line, block, all)) {
                prompt.append(reading.source().line(line)).append('\n');
            }
        }
        return prompt.toString();
    }

    private static boolean inside(int line, Directive block, List<Directive> all) {
        return all.stream()
                .filter(each -> each.line() > block.line() && each.line() <= block.lastLine())
                .anyMatch(each -> each.line() <= line && line <= each.lastLine());
    }
}
