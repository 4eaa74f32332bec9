package loupe.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "auto, true, GPU",
        "auto, false, CPU",
        "cpu, true, CPU",
        "GPU, true, GPU",
        "gpu, false, 'CPU, since no GPU was found'"
    })
    void theGpuIsTakenWhenItIsSeenAndNotUnwanted(String wanted, boolean seen, String name) {
        DeviceChoice choice = new DeviceChoice(() -> wanted, () -> seen);
        assertEquals(name.equals("GPU"), choice.gpu());
        assertEquals(name, choice.name());
    }

    @Test
    void askingForTheNameStartsNoEngine() {
        DeviceChoice choice =
                new DeviceChoice(
                        () -> "auto",
                        () -> {
                            throw new AssertionError("asked");
                        });
        assertEquals("CPU", choice.name());
    }

    @Test
    void aGpuWhoseMemoryIsFullIsLeftForGood() {
        DeviceChoice choice = new DeviceChoice(() -> "auto", () -> true);
        assertTrue(choice.gpu());
        assertFalse(choice.leaveIfFull(new IllegalStateException("CUDA error: invalid device")));
        assertTrue(choice.gpu());
        assertTrue(choice.leaveIfFull(new IllegalStateException("CUDA out of memory. Tried to")));
        assertFalse(choice.gpu());
        assertEquals("CPU, since the GPU's memory is full", choice.name());
        assertFalse(choice.leaveIfFull(new IllegalStateException("CUDA out of memory.")));
    }
}
