package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import loupe.model.Batch;
import loupe.model.EncoderDecoder;
import loupe.model.Trace;
import loupe.tensor.Weights;

/**
 * Texts with their translations. The decoder is given what it should have written so far (teacher
 * forcing) and is asked for the next token; padding is not seen and counts for nothing.
 *
 * <p>Letters: B pairs, S tokens read, T tokens written, D width, V vocabulary.
 *
 * @param pairs the tokens of a text and of its translation, both with the end
 * @param share what each token to be told weighs
 * @param padding fills up, and is what the decoder starts from
 */
record TranslationBatch(
        List<Example> pairs,
        float share,
        int padding,
        Function<Weights, EncoderDecoder> architecture)
        implements MicroBatch {

    /** A text and its translation. */
    record Example(int[] read, int[] written) {}

    /** Numbers, row by row. */
    private record Table(int rows, int length, long[] numbers) {

        NDArray tensor(NDManager scope) {
            return scope.create(numbers, new Shape(rows, length)); // (B, T)
        }
    }

    @Override
    public int tokens() {
        return pairs.stream().mapToInt(pair -> pair.read().length + pair.written().length).sum();
    }

    @Override
    public NDArray loss(Weights weights, NDManager scope) {
        NDArray logits = logits(architecture.apply(weights), scope); // (B, T, V)
        Table told = table(Example::written, 0, padding);
        NDArray targets = scope.create(told.numbers()).expandDims(1); // (B T, 1)
        NDArray shares = scope.create(shares(told)).expandDims(1); // (B T, 1)
        NDArray log = logits.reshape(told.numbers().length, -1).logSoftmax(-1); // (B T, V)
        return log.gather(targets, 1).mul(shares).sum().neg(); // ()
    }

    /** What the model would write next, at every place of the translations, (B, T, V). */
    NDArray logits(EncoderDecoder model, NDManager scope) {
        Trace trace = Trace.nothing();
        Batch batch = batch(scope);
        NDArray hidden = model.decode(batch, model.encode(batch, trace), trace); // (B, T, D)
        return model.wordHead().orElseThrow().logits(hidden); // (B, T, V)
    }

    private Batch batch(NDManager scope) {
        Batch decoder = Batch.of(table(Example::written, 1, padding).tensor(scope));
        return Batch.of(table(Example::read, 0, padding).tensor(scope))
                .withMask(mask().tensor(scope))
                .withDecoder(decoder);
    }

    /**
     * @param later how many places later each token stands, with padding before it
     */
    private Table table(Function<Example, int[]> side, int later, int filler) {
        int length = pairs.stream().mapToInt(pair -> side.apply(pair).length).max().orElseThrow();
        long[] numbers = new long[pairs.size() * length];
        Arrays.fill(numbers, filler);
        for (int row = 0; row < pairs.size(); row++) {
            int[] ids = side.apply(pairs.get(row));
            for (int i = 0; i < ids.length && i + later < length; i++) {
                numbers[row * length + later + i] = ids[i];
            }
        }
        return new Table(pairs.size(), length, numbers);
    }

    /** 1 for what is read, 0 for padding. */
    private Table mask() {
        Table read = table(Example::read, 0, padding);
        long[] seen = Arrays.stream(read.numbers()).map(id -> id == padding ? 0 : 1).toArray();
        return new Table(read.rows(), read.length(), seen);
    }

    private float[] shares(Table told) {
        float[] shares = new float[told.numbers().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = told.numbers()[i] == padding ? 0 : share;
        }
        return shares;
    }
}
