package loupe.model;

import java.util.Collections;

/**
 * The sizes of a stack of layers in a model that has two.
 *
 * @param layers how many
 * @param heads attention heads in each
 * @param inner width inside its MLP
 */
public record Depth(int layers, int heads, int inner) {

    public Depth {
        if (Math.min(layers, Math.min(heads, inner)) < 1) {
            throw new IllegalArgumentException("every size must be at least one");
        }
    }

    /** Its attention of that kind, with heads of that size and scores multiplied so. */
    Stack stack(AttentionKind kind, int headSize, double scale) {
        return new Stack(kind, heads, headSize, Collections.nCopies(layers, scale));
    }
}
