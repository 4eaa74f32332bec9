package loupe.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loupe.tensor.Grid;
import org.junit.jupiter.api.Test;

class CodedTest {
    private static final int FIRST = 0x6F1;

    /** As the page reads it. */
    private static float read(byte code) {
        return code == 0 ? 0 : Float.intBitsToFloat(((code & 0xFF) + FIRST) << 19);
    }

    @Test
    void everyWeightIsReadBackAsLessThanOnePartInThirtyOneAway() {
        for (float weight = 1; weight > 1f / (1 << 15); weight *= 0.99f) {
            float back = read(Coded.of(weight));
            assertTrue(Math.abs(back - weight) <= weight / 31, weight + " came back as " + back);
        }
    }

    @Test
    void nothingIsNothingAndOneIsOne() {
        assertArrayEquals(
                new byte[] {0, 0, 0, -1, -1},
                new byte[] {
                    Coded.of(0), Coded.of(1e-9f), Coded.of(Float.NaN), Coded.of(1), Coded.of(1.5f)
                });
        assertEquals(1, read((byte) -1));
    }

    @Test
    void aSmallPictureKeepsTheStrongestOfWhatEachCellStandsFor() {
        //  1    0    0
        //  0.5  0.5  0
        //  0    0.25 0.75
        Grid matrix = Grid.of(new int[] {3, 3}, 1, 0, 0, 0.5f, 0.5f, 0, 0, 0.25f, 0.75f);
        assertArrayEquals(
                new byte[] {-1, 0, Coded.of(0.25f), Coded.of(0.75f)}, Coded.pooled(matrix, 2));
        assertEquals(9, Coded.pooled(matrix, 50).length);
    }
}
