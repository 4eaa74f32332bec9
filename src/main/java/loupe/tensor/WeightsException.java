package loupe.tensor;

import java.util.Arrays;

/** Weights that do not fit: the sentence names the file, the tensor, what was wanted and found. */
public final class WeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The tensor of that name is not there. */
    public static WeightsException missing(String origin, String name, long... wanted) {
        return new WeightsException(
                "%s: %s is missing, wanted %s.".formatted(origin, name, Arrays.toString(wanted)));
    }
}
