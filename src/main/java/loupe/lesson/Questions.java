package loupe.lesson;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/** Makes the questions of a lesson from their checked blocks. */
final class Questions {
    private final Reading reading;
    private final Set<String> experiments;
    private final List<Directive> all;
    private final Secrets secrets;
    private final Function<Node, String> html;

    /** Where the answers are that only the instructor may know. */
    interface Secrets {
        /** The value of a question's key, if there is one. */
        Optional<String> value(String question);

        /** Whether a question without an answer is a mistake, and not a secret. */
        boolean areMissed();
    }

    /**
     * @param all every directive of the lesson
     * @param html renders what a node holds
     */
    Questions(
            Reading reading,
            Set<String> experiments,
            List<Directive> all,
            Secrets secrets,
            Function<Node, String> html) {
        this.reading = reading;
        this.experiments = experiments;
        this.all = all;
        this.secrets = secrets;
        this.html = html;
    }

    /** The question of a block. */
    Question of(Directive block) {
        Question question =
                switch (block.name()) {
                    case "choice" -> choice(block);
                    case "numeric" -> numeric(block);
                    case "task" -> new Task(stem(block, Prompt.lines(block, all)));
                    default -> writeup(block);
                };
        for (Directive each : block.parts("rubric")) {
            Rubric.checkSum(each, question.rubric(), question, reading);
        }
        return question;
    }

    private Stem stem(Directive block, Prompt prompt) {
        AttributeValues values = new AttributeValues(reading, block);
        return new Stem(
                block.attributes().id(),
                prompt.text(reading.source()),
                html.apply(block),
                values.count("points"),
                block.attributes().text("was"),
                block.parts("hint").stream().map(html).toList(),
                block.parts("reference").stream().map(this::reference).toList(),
                block.parts("rubric").stream()
                        .flatMap(each -> Rubric.read(each, reading).stream())
                        .toList());
    }

    private Reference reference(Directive block) {
        Reference.Show show =
                Reference.Show.of(block.attributes().text("show"))
                        .orElse(Reference.Show.AFTER_HAND_IN);
        return new Reference(show, html.apply(block));
    }

    private Writeup writeup(Directive block) {
        AttributeValues values = new AttributeValues(reading, block);
        Writeup.Limits words =
                new Writeup.Limits(values.count("min-words"), values.count("max-words"));
        if (words.most() > 0 && words.least() > words.most()) {
            block.attributes()
                    .get("min-words")
                    .ifPresent(
                            each ->
                                    reading.findings()
                                            .warning(
                                                    "W003",
                                                    values.spot(each),
                                                    "\"min-words\" is above \"max-words\""));
        }
        return new Writeup(stem(block, Prompt.lines(block, all)), words, evidence(block));
    }

    private String evidence(Directive block) {
        Optional<Attributes.Attribute> found = block.attributes().get("evidence");
        if (found.isEmpty() || experiments.contains(found.get().value())) {
            return block.attributes().text("evidence");
        }
        String name = found.get().value();
        if (reading.isUnreadable(name)) {
            return "";
        }
        String message = "there is no experiment \"" + name + "\" in this lesson";
        Spot spot = new AttributeValues(reading, block).spot(found.get());
        reading.findings().unknown("E009", spot, message, name, experiments);
        return "";
    }

    private Choice choice(Directive block) {
        AttributeValues values = new AttributeValues(reading, block);
        boolean multiple = values.flag("multiple");
        Options options = Options.take(block, reading, html);
        Prompt prompt = Prompt.lines(block, all).without(options.secret(), options.marked());
        Set<String> right = new HashSet<>(options.right());
        secrets.value(block.attributes().id()).map(Questions::words).ifPresent(right::addAll);
        checkOptions(block, options, right, multiple);
        right.retainAll(options.all().stream().map(Choice.Option::key).toList());
        return new Choice(
                stem(block, prompt),
                options.all(),
                multiple,
                values.flag("shuffle"),
                values.feedback(),
                right);
    }

    private static Set<String> words(String value) {
        return Arrays.stream(value.split("[\\s,]+"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private void checkOptions(
            Directive block, Options options, Set<String> right, boolean multiple) {
        Spot name = reading.name(block);
        if (options.all().size() < 2) {
            reading.findings()
                    .error(
                            "Q010",
                            name,
                            "this choice has fewer than two options",
                            "write each as an entry of a list: - [ ] words {#key}");
        } else if (right.isEmpty() && secrets.areMissed()) {
            reading.findings()
                    .error(
                            "Q011",
                            name,
                            "no option of this choice is right",
                            "tick one, - [x], or give its key in key.md");
        } else if (right.size() > 1 && !multiple) {
            reading.findings()
                    .error(
                            "Q011",
                            name,
                            right.size()
                                    + " options of this choice are right, and one can be chosen",
                            "leave one tick, or add multiple=true");
        }
    }

    private Numeric numeric(Directive block) {
        AttributeValues values = new AttributeValues(reading, block);
        BigDecimal tolerance = values.number("tolerance").orElse(BigDecimal.ZERO).abs();
        Optional<BigDecimal> value = values.number("value");
        if (block.attributes().get("value").isEmpty()) {
            value = secrets.value(block.attributes().id()).flatMap(Numeric::number);
            if (value.isEmpty() && secrets.areMissed()) {
                reading.findings()
                        .error(
                                "Q013",
                                reading.name(block),
                                "this numeric has no value",
                                "write value=..., or give it in key.md");
            }
        }
        return new Numeric(
                stem(block, Prompt.lines(block, all)),
                block.attributes().text("unit"),
                values.feedback(),
                value
                        .map(
                                each ->
                                        new Numeric.Range(
                                                each.subtract(tolerance), each.add(tolerance)))
                        .stream()
                        .toList());
    }
}
