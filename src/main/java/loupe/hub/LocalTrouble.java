package loupe.hub;

import java.io.IOException;
import loupe.checkpoint.CheckpointException;

/**
 * A disk that does not take what came, told apart from a network that does not bring it: the one is
 * tried again, the other is not.
 */
final class LocalTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LocalTrouble(IOException cause) {
        super(cause);
    }

    interface Writing<T> {
        T run() throws IOException;
    }

    interface Task {
        void run() throws CheckpointException, InterruptedException;
    }

    static <T> T wrap(Writing<T> writing) {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new LocalTrouble(e);
        }
    }

    static void unwrap(Task task) throws IOException, CheckpointException, InterruptedException {
        try {
            task.run();
        } catch (LocalTrouble e) {
            throw (IOException) e.getCause();
        }
    }
}
