package loupe.panel;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import loupe.experiment.Lab;

/** Which panels there are. Several may show one answer in different ways. */
public final class PanelCatalog {
    private static final Set<String> VIEWS =
            Set.of("gradient", "head", "heads", "model", "neuron", "vectors");

    private static final Map<String, BiFunction<Lab, Runs, Panel>> QUESTIONS =
            Map.of(
                    "attention", AttentionPanel::new,
                    "cell", (lab, runs) -> new CellPanel(),
                    "gradient", GradientPanel::new,
                    "heads", HeadsPanel::new,
                    "vectors", VectorsPanel::new);

    private PanelCatalog() {}

    /** What a lesson may name as {@code view}. */
    public static Set<String> ids() {
        return VIEWS;
    }

    /** What a page may ask. */
    static Set<String> questions() {
        return QUESTIONS.keySet();
    }

    static Panel panel(String question, Lab lab, Runs runs) {
        return QUESTIONS.get(question).apply(lab, runs);
    }
}
