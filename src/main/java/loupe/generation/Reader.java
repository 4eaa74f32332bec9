package loupe.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import java.util.function.BooleanSupplier;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.model.Model;
import loupe.model.Trace;
import loupe.tensor.Torch;

/** A model of one stack that reads from left to right, and is asked how a text goes on. */
final class Reader implements NextToken {
    private final Model model;
    private final BooleanSupplier stopped;
    private final String top;

    Reader(Model model, BooleanSupplier stopped) {
        this.model = model;
        this.stopped = stopped;
        this.top =
                AttentionKind.SELF.place(
                        "hidden", model.anatomy().stack(AttentionKind.SELF).layers());
    }

    @Override
    public float[][] after(long[][] beginnings) {
        try (NDManager run = Torch.scope()) {
            Trace trace = Trace.of(Set.of(top), stopped);
            model.run(Batch.of(Rows.of(run, beginnings)), trace);
            NDArray last = trace.get(top).get(":, -1"); // (B, D)
            return Rows.of(model.wordHead().orElseThrow().logits(last)); // B of (V)
        }
    }
}
