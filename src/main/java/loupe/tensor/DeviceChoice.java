package loupe.tensor;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The device that models run on. What a person wants is {@code auto} (a GPU when the engine sees
 * one), {@code cpu} or {@code gpu}; a GPU whose memory is full is given up for good.
 */
final class DeviceChoice {
    private final Supplier<String> wish;
    private final BooleanSupplier seesGpu;
    private boolean asked;
    private boolean gpu;
    private boolean full;

    /**
     * @param wish one of the three words, read when the first model is opened
     * @param seesGpu asks the engine, which it starts; called once at most
     */
    DeviceChoice(Supplier<String> wish, BooleanSupplier seesGpu) {
        this.wish = wish;
        this.seesGpu = seesGpu;
    }

    /** Whether this is one of the three words. */
    static boolean isWord(String wanted) {
        return wanted.toLowerCase(Locale.ROOT).matches("auto|cpu|gpu");
    }

    /** Whether models run on a GPU; asks the engine the first time. */
    synchronized boolean gpu() {
        if (!asked) {
            gpu = !wish.get().equalsIgnoreCase("cpu") && seesGpu.getAsBoolean();
            asked = true;
        }
        return gpu;
    }

    /** The device as people know it; before the first run, what it is as far as is known. */
    synchronized String name() {
        if (gpu) {
            return "GPU";
        }
        if (full) {
            return "CPU, since the GPU's memory is full";
        }
        return asked && wish.get().equalsIgnoreCase("gpu") ? "CPU, since no GPU was found" : "CPU";
    }

    /**
     * Leaves the GPU if this failure of the engine says that its memory is full.
     *
     * @return whether it was left, so that it is worth trying again
     */
    synchronized boolean leaveIfFull(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (!gpu || !message.contains("out of memory")) {
            return false;
        }
        gpu = false;
        full = true;
        return true;
    }
}
