package loupe.lesson;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The text of a {@code course.yaml}, however its author wrote it. */
public final class CourseYaml {
    private static final String PACKED = "packed";

    private CourseYaml() {}

    /**
     * The same settings with {@code packed: true} among them: such a course has no keys, and nobody
     * misses them. Everything else stays as it stands.
     *
     * @param text of a course that can be opened
     */
    public static String packed(String text) {
        Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
        if (!(root.orElse(null) instanceof MappingNode map) || map.getValue().isEmpty()) {
            throw new IllegalArgumentException("no settings of a course: " + text);
        }
        List<NodeTuple> entries = map.getValue();
        for (NodeTuple each : entries) {
            if (each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(PACKED)) {
                Node value = each.getValueNode();
                return text.substring(0, place(text, value.getStartMark()))
                        + "true"
                        + text.substring(place(text, value.getEndMark()));
            }
        }
        Optional<Mark> first = entries.get(0).getKeyNode().getStartMark();
        int at = place(text, first);
        String next =
                map.getFlowStyle() == FlowStyle.FLOW
                        ? ", "
                        : "\n" + " ".repeat(first.orElseThrow().getColumn());
        return text.substring(0, at) + PACKED + ": true" + next + text.substring(at);
    }

    /** Where a mark, which counts code points, stands in a text. */
    private static int place(String text, Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }
}
