package loupe.model;

import java.util.List;

/**
 * The layers of one kind of attention: all have equally many heads of one size.
 *
 * @param heads how many in each layer
 * @param headSize width of a query, key or value
 * @param scales what the products of queries and keys are multiplied by, layer by layer
 */
public record Stack(AttentionKind kind, int heads, int headSize, List<Double> scales) {

    public Stack {
        scales = List.copyOf(scales);
        if (heads < 1 || headSize < 1 || scales.isEmpty()) {
            throw new IllegalArgumentException("a stack has layers, heads and a head size");
        }
    }

    public int layers() {
        return scales.size();
    }
}
