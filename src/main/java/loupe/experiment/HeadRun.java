package loupe.experiment;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Grid;
import loupe.tensor.Torch;

/** A run that hands over the attention of every head. For the model thread. */
final class HeadRun {

    /** Which head of a model. */
    record Place(AttentionKind kind, int layer, int head) {}

    /** Takes the attention of one head to one row of the batch, (T, S). */
    interface Visitor {
        void take(Place place, int row, Grid pattern);
    }

    private final OpenModel model;
    private final Cancellation cancellation;

    HeadRun(OpenModel model, Cancellation cancellation) {
        this.model = model;
        this.cancellation = cancellation;
    }

    /** Layer by layer, so that the numbers of one layer at a time are copied. */
    void visit(Function<NDManager, Batch> input, Visitor visitor) {
        Set<String> places = new LinkedHashSet<>();
        for (Stack stack : model.model().anatomy().stacks()) {
            for (int layer = 0; layer < stack.layers(); layer++) {
                places.add(stack.kind().place("attn", layer));
            }
        }
        Trace trace = Trace.of(places, cancellation::isWished);
        try (NDManager run = Torch.scope()) {
            model.model().run(input.apply(run), trace);
            for (Stack stack : model.model().anatomy().stacks()) {
                for (int layer = 0; layer < stack.layers(); layer++) {
                    visit(stack, layer, trace, visitor);
                }
            }
        }
    }

    private static void visit(Stack stack, int layer, Trace trace, Visitor visitor) {
        Grid all = trace.grid(stack.kind().place("attn", layer)); // (B, N, T, S)
        for (int row = 0; row < all.shape()[0]; row++) {
            for (int head = 0; head < stack.heads(); head++) {
                Place place = new Place(stack.kind(), layer, head);
                visitor.take(place, row, all.slice(row).slice(head));
            }
        }
    }
}
