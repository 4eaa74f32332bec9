package loupe.experiment;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one thread that touches tensors. It does not keep the program alive. */
public final class ModelThread {
    private static final String NAME = "model";

    private ModelThread() {}

    /** A fresh executor with that one thread; a program has one. */
    public static ExecutorService executor() {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread thread = new Thread(work, NAME);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Always on: what touches tensors calls this first. */
    static void guard() {
        String here = Thread.currentThread().getName();
        if (!here.equals(NAME)) {
            throw new IllegalStateException(
                    "tensors belong to the thread '" + NAME + "', this is '" + here + "'");
        }
    }
}
