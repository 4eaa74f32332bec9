package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import loupe.model.Batch;

/** Texts of different lengths side by side, padded to the longest: (B, T). */
record MaskedBatch(List<MaskedText> texts) {

    MaskedBatch {
        texts = List.copyOf(texts);
    }

    int rows() {
        return texts.size();
    }

    /** T. */
    int length() {
        return texts.stream().mapToInt(MaskedText::length).max().orElseThrow();
    }

    /** Without padding. */
    int tokens() {
        return texts.stream().mapToInt(MaskedText::length).sum();
    }

    /**
     * What each token to be told weighs, (M): 1, or that of references where a pronoun is asked for
     * the word it stands for.
     */
    float[] weights(float ofReferences) {
        float[] weights = new float[texts.stream().mapToInt(text -> text.places().length).sum()];
        int next = 0;
        for (MaskedText text : texts) {
            for (int place : text.places()) {
                weights[next++] = place == text.reference() ? ofReferences : 1;
            }
        }
        return weights;
    }

    /** All weights together. */
    float weight(float ofReferences) {
        float sum = 0;
        for (float weight : weights(ofReferences)) {
            sum += weight;
        }
        return sum;
    }

    /** How many pairs are asked about. */
    int asked() {
        return (int) texts.stream().filter(text -> text.follows() != Follows.UNASKED).count();
    }

    Batch batch(NDManager scope) {
        Batch batch = Batch.of(grid(scope, (text, i) -> text.ids()[i]));
        NDArray types = grid(scope, (text, i) -> i >= text.second() ? 1 : 0);
        boolean even = texts.stream().allMatch(text -> text.length() == length());
        return even
                ? batch.withTypes(types)
                : batch.withTypes(types).withMask(grid(scope, (text, i) -> 1));
    }

    private interface Cell {
        int of(MaskedText text, int place);
    }

    /** (B, T), with 0 where there is padding. */
    private NDArray grid(NDManager scope, Cell cell) {
        int length = length();
        long[] flat = new long[rows() * length];
        for (int row = 0; row < rows(); row++) {
            MaskedText text = texts.get(row);
            for (int i = 0; i < text.length(); i++) {
                flat[row * length + i] = cell.of(text, i);
            }
        }
        return scope.create(flat).reshape(rows(), length);
    }

    /** Where the tokens to be told stand, row after row: (M) from 0 to B T. */
    long[] places() {
        int length = length();
        return IntStream.range(0, rows())
                .flatMap(
                        row ->
                                Arrays.stream(texts.get(row).places())
                                        .map(place -> row * length + place))
                .asLongStream()
                .toArray();
    }

    /** (M). */
    long[] answers() {
        return texts.stream()
                .flatMapToInt(text -> Arrays.stream(text.told()))
                .asLongStream()
                .toArray();
    }

    /** (B): 0 for a text that goes on, 1 for one that does not. */
    long[] follows() {
        return texts.stream().mapToLong(text -> text.follows() == Follows.NO ? 1 : 0).toArray();
    }

    /** (B): 1 where that is asked. */
    float[] asks() {
        float[] asks = new float[rows()];
        for (int row = 0; row < asks.length; row++) {
            asks[row] = texts.get(row).follows() == Follows.UNASKED ? 0 : 1;
        }
        return asks;
    }
}
