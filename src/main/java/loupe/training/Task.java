package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.CheckpointException;

/**
 * What a model is trained for: how its parameters start, what it is asked at every step, and what
 * is left of it in the end. The loop itself, {@link Trainer}, knows nothing of architectures.
 *
 * <p>Everything here is decided by settings, seed and step, never by what was called before: a
 * resumed run sees what an unbroken one would have seen.
 */
interface Task {

    /** How long to train. */
    Budget budget();

    /** Learning rate after that part of the budget, 0 to 1. */
    double rate(double progress);

    /** Weight decay of the matrices of linear layers after that part of the budget, 0 to 1. */
    default double decay(double progress) {
        return AdamW.DECAY;
    }

    /** The same for the same settings on the same data, and for nothing else. */
    String fingerprint();

    /** The parameters before the first step, float32, by published name, in that manager. */
    Map<String, NDArray> start(NDManager manager);

    /**
     * What one step learns from; the losses of its parts add up to the loss of the step.
     *
     * @param step counted from 0
     * @param progress part of the budget that is spent, 0 to 1
     */
    List<MicroBatch> draw(long step, double progress);

    /** Writes the files of the finished model, whose weights are rounded to float16. */
    void write(Path folder, Run run) throws IOException, CheckpointException;
}
