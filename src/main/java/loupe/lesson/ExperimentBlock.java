package loupe.lesson;

import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;

/** The place of an experiment on the page. */
final class ExperimentBlock extends CustomBlock {
    private static final Pattern FENCE = Pattern.compile("yaml[ \\t]+experiment\\b.*");

    private final Experiment experiment;

    ExperimentBlock(Experiment experiment) {
        this.experiment = experiment;
    }

    Experiment experiment() {
        return experiment;
    }

    /** Whether a fenced block is one: {@code ```yaml experiment {#id}}. */
    static boolean isMeant(FencedCodeBlock fence) {
        return fence.getInfo() != null && FENCE.matcher(fence.getInfo().strip()).matches();
    }
}
