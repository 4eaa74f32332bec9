package loupe.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class GridTest {
    private final Grid grid = Grid.of(new int[] {2, 3}, 0, 1, 2, 3, 4, 5);

    @Test
    void aSliceIsOneRankLower() {
        assertArrayEquals(new int[] {3}, grid.slice(1).shape());
        assertArrayEquals(new float[] {3, 4, 5}, grid.slice(1).values());
        assertEquals(4, grid.slice(1).slice(1).get());
        assertEquals(4, grid.get(1, 1));
    }

    @Test
    void bytesAreLittleEndianFloats() {
        byte[] bytes = grid.slice(0).littleEndian();
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}, bytes);
    }

    @Test
    void aTransposedTensorComesOutRowByRow() {
        try (NDManager scope = Torch.scope()) {
            var tensor = scope.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)).transpose();
            assertArrayEquals(new float[] {1, 3, 2, 4}, Grid.of(tensor).values());
        }
    }

    @Test
    void itCannotBeChangedFromOutside() {
        float[] mine = {1, 2};
        Grid copy = Grid.of(new int[] {2}, mine);
        mine[0] = 9;
        copy.values()[1] = 9;
        copy.shape()[0] = 9;
        assertArrayEquals(new float[] {1, 2}, copy.values());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Grid.of(new int[] {2, 2}, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Grid.of(new int[] {-1, -1}, 1));
        assertThrows(IllegalArgumentException.class, () -> grid.get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> grid.slice(2));
        assertThrows(IndexOutOfBoundsException.class, () -> grid.get(0, 3));
        assertThrows(IllegalArgumentException.class, () -> grid.slice(0).slice(0).slice(0));
    }
}
