package loupe.panel;

import loupe.tensor.Grid;

/**
 * Weights in one byte each, for pictures: four bits of exponent and four of mantissa, so that every
 * weight from 2^-15 to 1 is less than one part in 31 away from what it was. Byte 0 is nothing, byte
 * 255 is 1; in between, byte b is the float32 whose bits are (b + 0x6F1) · 2^19.
 */
final class Coded {
    private static final int SHIFT = 19;
    private static final int HALF = 1 << (SHIFT - 1);
    private static final int FIRST = 0x6F1; // 1.0f is (255 + FIRST) << SHIFT

    private Coded() {}

    /** A weight between 0 and 1; what is no number is nothing. */
    static byte of(float weight) {
        if (!(weight > 0)) {
            return 0;
        }
        int code = ((Float.floatToRawIntBits(weight) + HALF) >> SHIFT) - FIRST;
        return (byte) Math.max(0, Math.min(255, code));
    }

    static byte[] of(Grid grid) {
        float[] values = grid.values();
        byte[] coded = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            coded[i] = of(values[i]);
        }
        return coded;
    }

    /**
     * A matrix made small: at most so many rows and columns, each cell the largest of those it
     * stands for, so that a thin line is still seen.
     */
    static byte[] pooled(Grid matrix, int most) {
        int[] shape = matrix.shape();
        float[] values = matrix.values();
        int rows = Math.min(most, shape[0]);
        int columns = Math.min(most, shape[1]);
        byte[] small = new byte[rows * columns];
        for (int row = 0; row < shape[0]; row++) {
            int to = row * rows / shape[0] * columns;
            for (int column = 0; column < shape[1]; column++) {
                int at = to + column * columns / shape[1];
                int code = of(values[row * shape[1] + column]) & 0xFF;
                if (code > (small[at] & 0xFF)) {
                    small[at] = (byte) code;
                }
            }
        }
        return small;
    }
}
