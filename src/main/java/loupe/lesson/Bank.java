package loupe.lesson;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/**
 * Questions that lie in the course's {@code shared/bank} and are used in lessons: {@code
 * ::use[text](bank.md#id){points=2}}. Used, such a question is the lesson's own.
 */
final class Bank {
    private static final Pattern USE = Pattern.compile("::use\\[[^\\]]*\\]\\(([^()\\s]*)\\)(.*)");
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:\\.\\./)*(?:shared/bank/)?([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*\\.md)#(.+)");
    private static final Set<String> ATTRIBUTES = Set.of("points");

    private final Reading lesson;
    private final Rules rules;
    private final Map<String, Optional<Source>> files = new HashMap<>();

    Bank(Reading lesson, Rules rules) {
        this.lesson = lesson;
        this.rules = rules;
    }

    static boolean isUse(Directive block) {
        return block.fence() == 2 && block.name().equals("use");
    }

    /** What is needed to make the question's page. */
    record Found(Directive block, List<Directive> all, Reading reading) {}

    /** Finds the question a use means; a finding where there is none. */
    Optional<Found> find(Directive use) {
        String line = lesson.source().line(use.line());
        Matcher parts = USE.matcher(line.strip());
        int start = line.indexOf("::use");
        if (!parts.matches()) {
            refuse(
                    lesson.source().wholeLine(use.line(), 0),
                    "this use does not say which question it means",
                    "write ::use[what it asks](bank.md#some-id)");
            return Optional.empty();
        }
        Spot where =
                lesson.source().spot(use.line(), start + parts.start(1), parts.group(1).length());
        Attributes given = Attributes.read(line, start + parts.start(2));
        Matcher place = PLACE.matcher(parts.group(1));
        if (!place.matches()) {
            refuse(
                    where,
                    "\"" + parts.group(1) + "\" is no question of the bank",
                    "write the name of a file in shared/bank, # and the question's id");
            return Optional.empty();
        }
        checkAttributes(use, given);
        return source(place.group(1), where)
                .flatMap(source -> find(source, place.group(2), where, given));
    }

    private void checkAttributes(Directive use, Attributes given) {
        Directive named = new Directive("use", given, use.fence(), use.line(), use.nameColumn());
        Blocks.checkAttributes(named, ATTRIBUTES, lesson);
    }

    private void refuse(Spot where, String message, String fix) {
        lesson.findings().error("B001", where, message, fix);
    }

    private Optional<Source> source(String name, Spot where) {
        return files.computeIfAbsent(name, each -> open(each, where));
    }

    private Optional<Source> open(String name, Spot where) {
        Path file = rules.root().resolve("shared/bank").resolve(name);
        if (!Beside.isInside(rules.root(), file)) {
            refuse(
                    where,
                    "there is no bank \"" + name + "\"",
                    "put it into the folder shared/bank");
            return Optional.empty();
        }
        try {
            return Optional.of(Source.read(rules.root(), file, "shared/bank/" + name));
        } catch (LessonTrouble e) {
            refuse(where, e.getMessage(), "");
            return Optional.empty();
        }
    }

    private Optional<Found> find(Source source, String id, Spot where, Attributes given) {
        Node root = Tree.parse(source.text());
        Tree.nodes(root, BlockQuote.class).forEach(Alert::replace);
        List<Directive> all = Tree.nodes(root, Directive.class);
        Set<String> ids = new TreeSet<>();
        for (Directive each : all) {
            if (!each.attributes().id().isEmpty()) {
                ids.add(each.attributes().id());
            }
            if (each.attributes().id().equals(id) && lesson.take(id, where)) {
                lesson.reserve("q-" + id);
                Directive copy = each.withPoints(given);
                Node alone = new Document();
                alone.appendChild(copy);
                Reading reading =
                        new Reading(source, lesson.folder(), lesson.rules(), lesson.findings());
                return new Blocks(reading).check(alone).contains(copy)
                        ? Optional.of(new Found(copy, all, reading))
                        : Optional.empty();
            }
        }
        if (!ids.contains(id)) {
            String message = "there is no question \"" + id + "\" in " + source.file();
            lesson.findings().unknown("B001", where, message, id, ids);
        }
        return Optional.empty();
    }
}
