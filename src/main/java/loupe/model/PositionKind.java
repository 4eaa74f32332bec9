package loupe.model;

import java.util.Arrays;
import java.util.Locale;

/** How tokens know their place (position_embedding_type): by a vector each, or by distances. */
enum PositionKind {
    ABSOLUTE,
    RELATIVE_KEY,
    RELATIVE_KEY_QUERY;

    static PositionKind read(Settings settings) {
        String[] published =
                Arrays.stream(values()).map(PositionKind::published).toArray(String[]::new);
        String kind = settings.oneOf("position_embedding_type", published);
        return valueOf(kind.toUpperCase(Locale.ROOT));
    }

    /** Refuses all kinds but the first, for families that were never published with another. */
    static void refuseDistances(Settings settings) {
        settings.oneOf("position_embedding_type", ABSOLUTE.published());
    }

    private String published() {
        return name().toLowerCase(Locale.ROOT);
    }
}
