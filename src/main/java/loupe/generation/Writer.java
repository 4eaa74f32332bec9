package loupe.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import java.util.function.BooleanSupplier;
import loupe.model.Batch;
import loupe.model.EncoderDecoder;
import loupe.model.Trace;

/**
 * A model of two stacks that has read a text once and is asked again and again what it would write
 * next.
 */
final class Writer implements NextToken {
    private final EncoderDecoder model;
    private final BooleanSupplier stopped;
    private final NDArray text; // (1, S)
    private final NDArray memory; // (1, S, D)

    /**
     * @param scope holds what was read; it must outlive this
     */
    Writer(EncoderDecoder model, NDManager scope, long[] text, BooleanSupplier stopped) {
        this.model = model;
        this.stopped = stopped;
        this.text = Rows.of(scope, text);
        this.memory = model.encode(Batch.of(this.text), Trace.of(Set.of(), stopped));
    }

    @Override
    public float[][] after(long[][] beginnings) {
        long rows = beginnings.length; // B
        try (NDManager run = text.getManager().newSubManager()) {
            NDArray same = text.repeat(0, rows); // (B, S)
            NDArray states = memory.duplicate(); // (1, S, D), so that keys and values die with it
            same.attach(run);
            states.attach(run);
            Batch batch = Batch.of(same).withDecoder(Batch.of(Rows.of(run, beginnings)));
            NDArray hidden = model.decode(batch, states, Trace.of(Set.of(), stopped)); // (B, T, D)
            NDArray last = hidden.get(":, -1"); // (B, D)
            return Rows.of(model.wordHead().orElseThrow().logits(last)); // B of (V)
        }
    }
}
