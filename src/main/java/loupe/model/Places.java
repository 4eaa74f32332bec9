package loupe.model;

import java.util.ArrayList;
import java.util.List;

/** Collects the names of a model's places in the order of a run. */
final class Places {
    private static final List<String> ATTENTION =
            List.of("q", "k", "v", "attn", "mixed", "ctx", "contribution", "value_norm");

    /** What distances have in the scores, where they have a part. */
    static final String POSITION = "position";

    private final List<String> names = new ArrayList<>();

    Places add(String... places) {
        names.addAll(List.of(places));
        return this;
    }

    Places add(AttentionKind kind, String what, int layer) {
        return add(kind.place(what, layer));
    }

    /** The places that {@link Heads} passes. */
    Places attention(AttentionKind kind, int layer) {
        ATTENTION.forEach(what -> add(kind, what, layer));
        return this;
    }

    /** The same where distances have a part in the scores. */
    Places attentionByDistance(AttentionKind kind, int layer) {
        for (String what : ATTENTION) {
            if (what.equals("attn")) {
                add(kind, POSITION, layer);
            }
            add(kind, what, layer);
        }
        return this;
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
