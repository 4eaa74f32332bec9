package loupe.lesson;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known while one lesson is read: its text, what the course allows, the ids taken so far.
 */
final class Reading {
    private final Source source;
    private final Path folder;
    private final Rules rules;
    private final Findings findings;
    private final Map<String, Integer> authorIds = new HashMap<>();
    private final Set<String> pageIds = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();

    Reading(Source source, Path folder, Rules rules, Findings found) {
        this.source = source;
        this.folder = folder;
        this.rules = rules;
        this.findings = found;
    }

    Source source() {
        return source;
    }

    Path folder() {
        return folder;
    }

    Rules rules() {
        return rules;
    }

    List<String> models() {
        return rules.models();
    }

    Vocabulary vocabulary() {
        return rules.vocabulary();
    }

    Findings findings() {
        return findings;
    }

    /** Where the name of a block stands. */
    Spot name(Directive block) {
        return source.spot(block.line(), block.nameColumn(), block.name().length());
    }

    /** Tells what could not be read of the attributes in a line, counted from 0. */
    void tell(List<Attributes.Fault> faults, int line) {
        for (Attributes.Fault each : faults) {
            Spot spot = source.spot(line, each.column(), each.width());
            findings.misspelt("D004", spot, each.message(), each.word(), Attributes.SWITCHES);
        }
    }

    /** The same, and every attribute that is none of those known. */
    void check(Attributes attributes, int line, Set<String> known, String block) {
        tell(attributes.faults(), line);
        for (Attributes.Attribute each : attributes.all()) {
            if (!known.contains(each.name())) {
                Spot spot = source.spot(line, each.column(), each.name().length());
                String message = "\"" + each.name() + "\" is not an attribute of " + block;
                findings.misspelt("D004", spot, message, each.name(), new TreeSet<>(known));
            }
        }
    }

    /** Takes the id an author gave; false, with a finding, if it cannot be one or is taken. */
    boolean take(String id, Spot spot) {
        if (!Ids.isQuestion(id)) {
            findings.error(
                    "Q001",
                    spot,
                    "\"" + id + "\" cannot be an id",
                    "use up to 64 small letters, digits and hyphens");
            return false;
        }
        Integer first = authorIds.putIfAbsent(id, spot.line());
        if (first != null) {
            findings.error(
                    "Q004",
                    spot,
                    "the id \""
                            + id
                            + "\" is used twice, on lines "
                            + first
                            + " and "
                            + spot.line(),
                    "give this one an id of its own");
            return false;
        }
        return true;
    }

    /** Notes an experiment that is there and cannot be read: it has its own finding. */
    void unreadable(String experiment) {
        unreadable.add(experiment);
    }

    boolean isUnreadable(String experiment) {
        return unreadable.contains(experiment);
    }

    /** The id as given, or with the first free number behind it; taken from now on. */
    String free(String wish) {
        String id = wish;
        for (int n = 1; pageIds.contains(id) || authorIds.containsKey(id); n++) {
            id = wish + "-" + n;
        }
        pageIds.add(id);
        return id;
    }

    /** Keeps an id of the page from being given to a heading. */
    void reserve(String id) {
        pageIds.add(id);
    }
}
