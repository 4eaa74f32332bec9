package loupe.lesson;

import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;

/** The place of an experiment on the page. */
final class ExperimentBlock extends CustomBlock {
    private static final Pattern FENCE = Pattern.compile("yaml[ \\t]+experiment\\b.*");

    private static final Pattern CELL = Pattern.compile("java[ \\t]+cell\\b.*");

    private final Experiment experiment;

    ExperimentBlock(Experiment experiment) {
        this.experiment = experiment;
    }

    Experiment experiment() {
        return experiment;
    }

    /** Whether a fenced block is one: {@code ```yaml experiment {#id}}. */
    static boolean isMeant(FencedCodeBlock fence) {
        return isInfo(fence, FENCE);
    }

    /** Whether a fenced block is a Java cell: {@code ```java cell {#id}}. */
    static boolean isCell(FencedCodeBlock fence) {
        return isInfo(fence, CELL);
    }

    private static boolean isInfo(FencedCodeBlock fence, Pattern form) {
        return fence.getInfo() != null && form.matcher(fence.getInfo().strip()).matches();
    }
}
