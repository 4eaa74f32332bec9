package loupe.panel;

import java.util.Map;
import java.util.Set;

/** The words that experiments and links to them may use; {@code kit/state.js} reads the same. */
public final class PanelSettings {
    private static final Map<String, Set<String>> CHOICES =
            Map.of(
                    "display", Set.of("lines", "map", "table", "difference"),
                    "weights",
                            Set.of(
                                    "trained",
                                    "random",
                                    "random-attention",
                                    "identity",
                                    "random-embeddings"),
                    "kind", Set.of("self", "encoder", "decoder", "cross"),
                    "filter", Set.of("all", "aa", "ab", "ba", "bb"),
                    "weighting", Set.of("attention", "size"),
                    "measured", Set.of("text", "sample"));

    private static final Set<String> LINKS =
            Set.of(
                    "model",
                    "text",
                    "pair",
                    "target",
                    "weights",
                    "seed",
                    "kind",
                    "layer",
                    "head",
                    "heads",
                    "filter",
                    "weighting",
                    "bundle",
                    "pin",
                    "pins",
                    "form",
                    "zoom",
                    "compare",
                    "layers",
                    "shown",
                    "measured",
                    "sort",
                    "open");

    private PanelSettings() {}

    /** For a setting that takes one of a few words, these words. */
    public static Map<String, Set<String>> choices() {
        return CHOICES;
    }

    /** What a link may set. */
    public static Set<String> links() {
        return LINKS;
    }
}
