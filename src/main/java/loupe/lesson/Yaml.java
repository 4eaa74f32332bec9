package loupe.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a piece of YAML inside a file into a map that remembers where everything stands. A piece
 * that is not YAML is one finding (Y001) and no map. Aliases and deep nests are refused: no setting
 * needs them, and they are how a small file eats a large memory.
 */
final class Yaml {
    private static final int DEEPEST = 10;

    private final Source source;
    private final int line;
    private final int column;
    private final Findings findings;

    /** The piece begins at the given line and column (from 0) of the source. */
    Yaml(Source source, int line, int column, Findings findings) {
        this.source = source;
        this.line = line;
        this.column = column;
        this.findings = findings;
    }

    Optional<YamlMap> read(String text) {
        LoadSettings settings = LoadSettings.builder().build();
        try {
            refuseTricks(settings, text);
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return Optional.of(new YamlMap(Map.of(), source.wholeLine(line, 0), findings));
            }
            if (!(root.get() instanceof MappingNode map)) {
                throw new Unreadable(
                        spot(root.get()),
                        "this is "
                                + Kind.of(root.get())
                                + " and must be settings, \"name: value\"");
            }
            return Optional.of(new YamlMap(entries(map), spot(map), findings));
        } catch (Unreadable e) {
            findings.error("Y001", e.spot, e.getMessage());
        } catch (MarkedYamlEngineException e) {
            Spot spot = e.getProblemMark().map(this::spot).orElse(source.wholeLine(line, 0));
            String fix =
                    e.getProblem().startsWith("mapping values")
                            ? "put a text that has \": \" in it in quotes"
                            : "";
            findings.error("Y001", spot, "this is not YAML: " + e.getProblem(), fix);
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            findings.error("Y001", source.wholeLine(line, 0), "this is not YAML: " + problem);
        }
        return Optional.empty();
    }

    /** Looks at the pieces one by one, so that the first that is too much is also the last read. */
    private void refuseTricks(LoadSettings settings, String text) throws Unreadable {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Alias ->
                        throw new Unreadable(spot(event), "aliases (*name) are not read here");
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new Unreadable(spot(event), "this is nested more than " + DEEPEST + " deep");
            }
        }
    }

    private Spot spot(Event event) {
        return event.getStartMark().map(this::spot).orElse(source.wholeLine(line, 0));
    }

    private Map<String, YamlMap.Entry> entries(MappingNode map) throws Unreadable {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Node value = tuple.getValueNode();
            String key = key(tuple.getKeyNode());
            YamlMap.Entry entry =
                    new YamlMap.Entry(
                            key,
                            spot(tuple.getKeyNode()),
                            spot(value),
                            plain(value),
                            Kind.of(value));
            if (entries.put(key, entry) != null) {
                throw new Unreadable(entry.keySpot(), "\"" + key + "\" stands here twice");
            }
        }
        return entries;
    }

    private String key(Node node) throws Unreadable {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new Unreadable(spot(node), "a name cannot be " + Kind.of(node));
    }

    /**
     * The value in plain Java: text, numbers, booleans, "" for nothing, lists and maps of these.
     */
    private Object plain(Node node) throws Unreadable {
        if (node instanceof ScalarNode scalar) {
            return plain(scalar);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                list.add(plain(each));
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries((MappingNode) node).forEach((key, entry) -> map.put(key, entry.value()));
        return map;
    }

    private Object plain(ScalarNode scalar) throws Unreadable {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            BigInteger number = new BigInteger(value);
            return number.bitLength() < 32 ? (Object) number.intValue() : number;
        }
        if (tag.equals(Tag.FLOAT)) {
            try {
                return finite(Double.parseDouble(value), scalar);
            } catch (NumberFormatException e) { // .inf, .nan
                return finite(Double.NaN, scalar);
            }
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(value);
        }
        return value;
    }

    private Object finite(double number, ScalarNode scalar) throws Unreadable {
        if (!Double.isFinite(number)) {
            throw new Unreadable(spot(scalar), "\"" + scalar.getValue() + "\" is not a number");
        }
        return number;
    }

    private Spot spot(Node node) {
        Spot start = node.getStartMark().map(this::spot).orElse(source.wholeLine(line, 0));
        int width =
                node.getEndMark()
                        .flatMap(end -> node.getStartMark().map(from -> width(from, end)))
                        .orElse(1);
        return new Spot(start.file(), start.line(), start.column(), width, start.text());
    }

    private int width(Mark from, Mark end) {
        int stop =
                from.getLine() == end.getLine()
                        ? end.getColumn() + column
                        : source.line(line + from.getLine()).stripTrailing().length();
        return Math.max(1, stop - from.getColumn() - column);
    }

    private Spot spot(Mark mark) {
        int at = Math.min(line + mark.getLine(), source.lines().size() - 1);
        return source.spot(at, column + mark.getColumn(), 1);
    }

    /** How a kind of value is called in a finding. */
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NOTHING("empty"),
        LIST("a list"),
        MAPPING("a mapping");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }

        private static Kind of(Node node) {
            if (node instanceof SequenceNode) {
                return LIST;
            }
            if (node instanceof MappingNode) {
                return MAPPING;
            }
            Tag tag = node.getTag();
            if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                return NUMBER;
            }
            return tag.equals(Tag.BOOL) ? BOOLEAN : tag.equals(Tag.NULL) ? NOTHING : TEXT;
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Spot spot;

        Unreadable(Spot spot, String message) {
            super(message);
            this.spot = spot;
        }
    }
}
