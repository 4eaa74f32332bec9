package loupe.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Settings read from YAML, each with its place; a value of the wrong type is a finding (Y002). */
final class YamlMap {
    private final Map<String, Entry> entries;
    private final Spot spot;
    private final Findings findings;

    YamlMap(Map<String, Entry> entries, Spot spot, Findings findings) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.spot = spot;
        this.findings = findings;
    }

    /** One setting: its name, where the name and the value stand, the value, and what it is. */
    record Entry(String name, Spot keySpot, Spot valueSpot, Object value, Yaml.Kind kind) {}

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((name, entry) -> values.put(name, entry.value()));
        return values;
    }

    Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Finds every name that is not known, and proposes the nearest that is. */
    void refuseOthers(String code, Set<String> known, String what) {
        for (Entry each : entries.values()) {
            if (!known.contains(each.name())) {
                String message = "\"" + each.name() + "\" is not a setting of " + what;
                findings.misspelt(code, each.keySpot(), message, each.name(), known);
            }
        }
    }

    /** A text; numbers are not text, but where {@code loose} they are taken as they stand. */
    Optional<String> text(String name, boolean loose) {
        Optional<Entry> found = entry(name).filter(each -> each.kind() != Yaml.Kind.NOTHING);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = found.get();
        if (entry.value() instanceof String text) {
            return Optional.of(text);
        }
        if (loose && entry.kind() == Yaml.Kind.NUMBER) {
            return Optional.of(String.valueOf(entry.value()));
        }
        wrong("\"" + name + "\"", entry, "text");
        return Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> required(String name) {
        return require(name, "...") ? text(name, false) : Optional.empty();
    }

    /** Whether a setting is there and says something; a finding if not, with how to write it. */
    boolean require(String name, String example) {
        Optional<Entry> found =
                entry(name)
                        .filter(each -> each.kind() != Yaml.Kind.NOTHING)
                        .filter(each -> !(each.value() instanceof String s && s.isBlank()));
        if (found.isEmpty()) {
            Spot at = entry(name).map(Entry::keySpot).orElse(spot);
            String fix = "write " + name + ": " + example;
            findings.error("Y002", at, "\"" + name + "\" is missing", fix);
        }
        return found.isPresent();
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String name) {
        Optional<Entry> found = entry(name).filter(each -> each.kind() != Yaml.Kind.NOTHING);
        if (found.isEmpty()) {
            return List.of();
        }
        Entry entry = found.get();
        if (entry.value() instanceof String text) {
            return List.of(text);
        }
        if (!(entry.value() instanceof List<?> list)) {
            wrong("\"" + name + "\"", entry, "a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object each : list) {
            if (each instanceof String text) {
                texts.add(text);
            } else {
                wrongEntry(name, entry, each);
            }
        }
        return texts;
    }

    /** A whole number from 0 on. */
    OptionalInt count(String name) {
        Optional<Entry> found = entry(name);
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        if (found.get().value() instanceof Integer number && number >= 0) {
            return OptionalInt.of(number);
        }
        wrong("\"" + name + "\"", found.get(), "a whole number from 0 on");
        return OptionalInt.empty();
    }

    /** A switch: off where it is not named. */
    boolean flag(String name) {
        Optional<Entry> found = entry(name).filter(each -> each.kind() != Yaml.Kind.NOTHING);
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().value() instanceof Boolean on) {
            return on;
        }
        wrong("\"" + name + "\"", found.get(), "true or false");
        return false;
    }

    /** A list of whole numbers from 0 on; one alone is a list of one. */
    List<Integer> counts(String name) {
        Optional<Entry> found = entry(name);
        Object value = found.isPresent() ? found.get().value() : List.of();
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        if (list.stream().allMatch(each -> each instanceof Integer number && number >= 0)) {
            return list.stream().map(Integer.class::cast).toList();
        }
        wrong("\"" + name + "\"", found.get(), "a list of whole numbers from 0 on");
        return List.of();
    }

    private void wrong(String what, Entry entry, String wanted) {
        String raw = entry.valueSpot().words();
        boolean quotable = wanted.equals("text");
        findings.error(
                "Y002",
                entry.valueSpot(),
                what + " is " + entry.kind() + " and must be " + wanted,
                quotable ? "write it in quotes: \"" + raw + "\"" : "");
    }

    private void wrongEntry(String name, Entry entry, Object value) {
        String kind =
                value instanceof Map
                        ? "a mapping"
                        : value instanceof List
                                ? "a list"
                                : value instanceof Boolean ? "a boolean" : "a number";
        findings.error(
                "Y002",
                entry.valueSpot(),
                "an entry of \"" + name + "\" is " + kind + " and must be text",
                "write it in quotes");
    }
}
