package loupe.tensor;

import java.net.UnknownHostException;

/** PyTorch's library did not come, or does not fit this computer: the sentence says what to do. */
public final class TorchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TorchException(Throwable cause) {
        super("PyTorch did not start: %s. %s".formatted(first(cause), remedy()), cause);
    }

    /** What went wrong at first, without the full stop it may have. */
    private static String first(Throwable cause) {
        Throwable first = cause;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = String.valueOf(first.getMessage()).strip().replaceFirst("[.]+$", "");
        return first instanceof UnknownHostException ? message + " is not reached" : message;
    }

    private static String remedy() {
        return "true".equals(System.getProperty("ai.djl.offline"))
                ? "Start again; if that does not help, delete the folder .djl.ai in your home folder,"
                        + " so that its library is unpacked anew."
                : "For CUDA it is fetched the first time, which needs the network, or taken from"
                        + " PYTORCH_LIBRARY_PATH, which must name its version, 2.7.1. Without --gpu"
                        + " models run on the CPU.";
    }
}
