package loupe.panel;

import java.util.Set;

/** Which panels there are. */
public final class PanelCatalog {
    private static final Set<String> IDS = Set.of(AttentionPanel.ID);

    private PanelCatalog() {}

    /** What a lesson may name as {@code view}, and a page may ask. */
    public static Set<String> ids() {
        return IDS;
    }
}
