package loupe.experiment;

/** A wish to stop a run, made from any thread and seen by the run at its next named place. */
public final class Cancellation {
    private volatile boolean wished;

    public void cancel() {
        wished = true;
    }

    public boolean isWished() {
        return wished;
    }
}
