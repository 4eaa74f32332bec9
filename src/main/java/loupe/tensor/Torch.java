package loupe.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The PyTorch engine: the one place that starts it, and that keeps it quiet and off the network.
 */
public final class Torch {

    /** Held here because the logging framework holds loggers weakly and would forget the levels. */
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("ai.djl"),
                    Logger.getLogger("ai.djl.util.cuda"),
                    Logger.getLogger("ai.djl.huggingface.tokenizers"));

    static {
        QUIET.get(0).setLevel(Level.WARNING);
        QUIET.get(1).setLevel(Level.OFF); // a machine without a GPU is no news for a student
        QUIET.get(2).setLevel(Level.OFF); // it warns of lengths, at which nothing is cut here
        settle("ai.djl.offline", "true");
        settle("OPT_OUT_TRACKING", "true");
        settle("RUST_FLAVOR", "cpu"); // tokenizers would ask for a GPU, and need none
        settle("ai.djl.pytorch.num_interop_threads", "1");
        if (!"PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"))) {
            settle("ai.djl.pytorch.num_threads", "1");
        }
    }

    private static final DeviceChoice CHOICE =
            new DeviceChoice(
                    () -> System.getProperty("loupe.device", "auto"),
                    () -> engine().getGpuCount() > 0);

    private Torch() {}

    /** Makes the settings and starts nothing: to be called before anything of DJL is loaded. */
    public static void settle() {
        // the work is done by loading this class
    }

    /**
     * A fresh scope on the device that is chosen; what is made in it is freed when it is closed.
     * The first call loads the native library, which takes about a second.
     *
     * @throws TorchException if that fails
     */
    public static NDManager scope() {
        return engine().newBaseManager(CHOICE.gpu() ? Device.gpu() : Device.cpu());
    }

    /** The device's name as people know it. Starts nothing. */
    public static String device() {
        return CHOICE.name();
    }

    /**
     * After a failure of the engine: leaves the GPU for the CPU if its memory was full. What is on
     * the GPU then has to be made again.
     *
     * @return whether it did, so that it is worth trying again
     */
    public static boolean leaveFullGpu(RuntimeException failure) {
        return CHOICE.leaveIfFull(failure);
    }

    /** Whether {@code -Dloupe.device} may be that: auto, cpu or gpu. */
    public static boolean isDevice(String word) {
        return DeviceChoice.isWord(word);
    }

    private static Engine engine() {
        try {
            return Engine.getEngine("PyTorch");
        } catch (RuntimeException | LinkageError e) {
            throw new TorchException(e);
        }
    }

    private static void settle(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
