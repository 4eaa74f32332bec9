package loupe.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one attribute grammar of the format: {@code {#id key=value key="two words"}}. Columns count
 * from 0 in the line; what could not be read is kept as a fault and told by whoever knows the file.
 */
final class Attributes {

    /** One attribute, and where its name and its value stand. */
    record Attribute(String name, String value, int column, int valueColumn) {}

    /**
     * What could not be read, and where.
     *
     * @param word a name that stands alone as only a switch may, otherwise empty
     */
    record Fault(String message, int column, int width, String word) {}

    /** Attributes that say enough by their name. */
    static final Set<String> SWITCHES =
            Set.of("multiple", "shuffle", "setup", "readonly", "hidden");

    static final Attributes NONE = new Attributes("", 0);

    private final String line;
    private int at;
    private String id = "";
    private int idColumn;
    private boolean openQuote;
    private final Map<String, Attribute> map = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Attributes(String line, int from) {
        this.line = line;
        this.at = from;
    }

    /** Reads what follows a name up to the end of the line: nothing, or attributes in braces. */
    static Attributes read(String line, int from) {
        Attributes attributes = new Attributes(line, from);
        attributes.skipBlanks();
        if (attributes.at < line.length()) {
            attributes.braces();
        }
        return attributes;
    }

    private void braces() {
        int start = at;
        if (line.charAt(at) != '{') {
            int width = line.stripTrailing().length() - at;
            fault("attributes stand in braces: {#id key=value}", at, width);
            return;
        }
        at++;
        skipBlanks();
        while (at < line.length() && line.charAt(at) != '}') {
            one();
            skipBlanks();
        }
        if (at >= line.length()) {
            if (!openQuote) {
                fault("the attributes have no closing \"}\"", start, 1);
            }
            return;
        }
        at++;
        skipBlanks();
        if (at < line.length()) {
            fault("nothing may follow the attributes", at, line.stripTrailing().length() - at);
        }
    }

    private void one() {
        int start = at;
        if (line.charAt(at) == '#') {
            at++;
            id = word();
            idColumn = start;
            return;
        }
        String name = name();
        if (SWITCHES.contains(name) && (at >= line.length() || line.charAt(at) != '=')) {
            map.put(name, new Attribute(name, "true", start, start));
            return;
        }
        if (at >= line.length() || line.charAt(at) != '=') {
            at = Math.max(at, start + 1);
            String word = line.substring(start, at);
            faults.add(new Fault("\"" + word + "\" has no value", start, at - start, word));
            return;
        }
        at++;
        int valueColumn = at;
        String value = at < line.length() && line.charAt(at) == '"' ? quoted() : word();
        if (map.put(name, new Attribute(name, value, start, valueColumn)) != null) {
            fault("\"" + name + "\" stands here twice", start, name.length());
        }
    }

    private String name() {
        int start = at;
        while (at < line.length() && " \t=}".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    private String word() {
        int start = at;
        while (at < line.length() && " \t}".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    private String quoted() {
        int end = line.indexOf('"', at + 1);
        if (end < 0) {
            fault("the quote is never closed", at, 1);
            openQuote = true;
            end = line.length();
        }
        String value = line.substring(Math.min(at + 1, end), end);
        at = Math.min(end + 1, line.length());
        return value;
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private void fault(String message, int column, int width) {
        faults.add(new Fault(message, column, width, ""));
    }

    /** The id, empty where there is none. */
    String id() {
        return id;
    }

    /** The column of the id's {@code #}. */
    int idColumn() {
        return idColumn;
    }

    /** These, and one of the other's in the place of their own, where it has it. */
    Attributes with(String name, Attributes other) {
        Attributes both = new Attributes(line, at);
        both.id = id;
        both.idColumn = idColumn;
        both.faults.addAll(faults);
        both.map.putAll(map);
        other.get(name).ifPresent(each -> both.map.put(name, each));
        return both;
    }

    Optional<Attribute> get(String name) {
        return Optional.ofNullable(map.get(name));
    }

    String text(String name) {
        return get(name).map(Attribute::value).orElse("");
    }

    Iterable<Attribute> all() {
        return map.values();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
