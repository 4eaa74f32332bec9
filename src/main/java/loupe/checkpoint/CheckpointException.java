package loupe.checkpoint;

/** A model's file that is missing or damaged; the sentence names the file and what is wrong. */
public final class CheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
