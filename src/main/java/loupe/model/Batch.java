package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The input of a run: B rows of T token ids, or of T embeddings instead, and what else a model may
 * be told about them. Ids, mask, positions and types are int64, (B, T); all belong to the scope of
 * the run.
 */
public final class Batch {
    private final NDArray tokens; // (B, T), or (B, T, E) embedded
    private final NDArray mask;
    private final NDArray positions;
    private final NDArray types;
    private final Batch decoder;

    private Batch(NDArray tokens, NDArray mask, NDArray positions, NDArray types, Batch decoder) {
        this.tokens = tokens;
        this.mask = mask;
        this.positions = positions;
        this.types = types;
        this.decoder = decoder;
    }

    /** Token ids alone, (B, T): no padding, positions counted from 0. */
    public static Batch of(NDArray ids) {
        return of(ids, 2, "ids must be (B, T)");
    }

    /** One row of token ids. */
    public static Batch of(NDManager run, long... ids) {
        return of(run.create(ids).expandDims(0)); // (1, T)
    }

    /** Embeddings as {@link Model#embeddings} makes them, float32, (B, T, E), instead of ids. */
    public static Batch ofEmbeddings(NDArray embeddings) {
        return of(embeddings, 3, "embeddings must be (B, T, E)");
    }

    /** 1 for a token to be seen, 0 for padding; a row that may see nothing has no meaning. */
    public Batch withMask(NDArray mask) {
        return new Batch(tokens, fitting(mask), positions, types, decoder);
    }

    public Batch withPositions(NDArray positions) {
        return new Batch(tokens, mask, fitting(positions), types, decoder);
    }

    public Batch withTypes(NDArray types) {
        return new Batch(tokens, mask, positions, fitting(types), decoder);
    }

    /** What the decoder of a model of two stacks is given: as many rows, any length. */
    public Batch withDecoder(Batch decoder) {
        if (decoder.rows() != rows()) {
            throw new IllegalArgumentException(
                    decoder.rows() + " rows for the decoder do not fit " + rows());
        }
        return new Batch(tokens, mask, positions, types, decoder);
    }

    /** B. */
    public long rows() {
        return tokens.getShape().get(0);
    }

    /** T. */
    public int length() {
        return Math.toIntExact(tokens.getShape().get(1));
    }

    /** The scope of the run. */
    NDManager run() {
        return tokens.getManager();
    }

    /** T, if the model takes so many. */
    int length(Limits limits) {
        if (length() < 1 || length() > limits.context()) {
            throw new IllegalArgumentException(
                    length() + " tokens do not fit a context of " + limits.context());
        }
        return length();
    }

    /** The ids, unless embeddings were given. */
    Optional<NDArray> ids() {
        return isEmbedded() ? Optional.empty() : Optional.of(tokens);
    }

    /**
     * The embeddings that were given, or those of the ids, (B, T, E), to be used up: what was given
     * stays, for its gradient and for another run.
     */
    NDArray embeddings(UnaryOperator<NDArray> ofIds) {
        return isEmbedded() ? tokens.reshape(tokens.getShape()) : ofIds.apply(tokens);
    }

    Optional<NDArray> mask() {
        return Optional.ofNullable(mask);
    }

    Optional<NDArray> positions() {
        return Optional.ofNullable(positions);
    }

    /** The positions that were given, or 0, 1, 2 and so on, (1 or B, T). */
    NDArray positionsOrCounted() {
        return positions().orElseGet(this::countedPositions);
    }

    /** 0, 1, 2 and so on, (1, T). */
    NDArray countedPositions() {
        return run().arange(0, length(), 1, DataType.INT64).expandDims(0);
    }

    Optional<NDArray> types() {
        return Optional.ofNullable(types);
    }

    /** The types that were given, or 0, (1 or B, T). */
    NDArray typesOrZero() {
        return types().orElseGet(() -> run().zeros(new Shape(1, length()), DataType.INT64));
    }

    Optional<Batch> decoder() {
        return Optional.ofNullable(decoder);
    }

    /** What the decoder is given, which must be there. */
    Batch decoderText() {
        return decoder().orElseThrow(() -> new IllegalArgumentException("no decoder ids"));
    }

    private boolean isEmbedded() {
        return tokens.getShape().dimension() == 3;
    }

    private static Batch of(NDArray tokens, int rank, String wanted) {
        if (tokens.getShape().dimension() != rank) {
            throw new IllegalArgumentException(wanted + ", not " + tokens.getShape());
        }
        return new Batch(tokens, null, null, null, null);
    }

    private NDArray fitting(NDArray beside) {
        if (!beside.getShape().equals(tokens.getShape().slice(0, 2))) {
            throw new IllegalArgumentException(
                    beside.getShape() + " does not fit tokens of " + tokens.getShape());
        }
        return beside;
    }
}
