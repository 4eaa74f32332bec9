package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * What a decoder reads first, and how the text it shall write becomes the text it reads.
 *
 * @param start the token before the first (decoder_start_token_id)
 * @param pad stands where a text has ended (pad_token_id)
 */
record DecoderStart(long start, long pad) {

    /** What no token is: labels say so where nothing shall be learnt. */
    private static final long NO_TOKEN = -100;

    /** Each token one place later, the start before them, the last one gone: (B, T) to (B, T). */
    NDArray shifted(NDArray ids) {
        Shape shape = ids.getShape();
        NDArray first = ids.getManager().full(new Shape(shape.get(0), 1), start, DataType.INT64);
        NDArray moved = first.concat(ids, 1).get(":, :-1"); // (B, T)
        NDArray padding = ids.getManager().full(shape, pad, DataType.INT64); // (B, T)
        return NDArrays.where(moved.eq(NO_TOKEN), padding, moved); // (B, T)
    }
}
